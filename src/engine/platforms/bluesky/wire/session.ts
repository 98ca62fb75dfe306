import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../../http/call.ts';
import { query } from './xrpc.ts';

const session = z.object({
  did: z.string().min(1),
  handle: z.string().min(1),
  emailConfirmed: z.boolean().nullish(),
  didDoc: z.unknown().optional(),
  active: z.boolean().nullish(),
  status: z.string().nullish(),
});
export type Session = z.infer<typeof session>;

/** Whose session it is and how the account stands at its server (`com.atproto.server.getSession`). */
export const readSession = (http: AccountHttp): Promise<CallResult<Session>> =>
  query(http, 'users.me', 'com.atproto.server.getSession', { query: {}, answer: session });
