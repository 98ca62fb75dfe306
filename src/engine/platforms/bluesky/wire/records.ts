import { z } from 'zod';
import type { AccountHttp, CallResult, RawAnswer } from '../../../http/call.ts';
import { partsOfUri } from './addresses.ts';
import { postRecord, strongRef } from './schemas.ts';
import { readError } from './error-body.ts';
import { procedure, query } from './xrpc.ts';

const found = z.object({ uri: z.string(), cid: z.string().min(1), value: postRecord });
const missing = z.object({ error: z.string() }).transform(() => null);

/**
 * Reads one record where it is kept (`com.atproto.repo.getRecord`), which knows it at once, unlike every list. Null where
 * the server says that there is none, which comes with status 400.
 */
export const getRecord = (
  http: AccountHttp,
  uri: string,
): Promise<CallResult<z.infer<typeof found> | null>> => {
  const { did, collection, key } = partsOfUri(uri) ?? { did: '', collection: '', key: '' };
  return query(http, 'records.get', 'com.atproto.repo.getRecord', {
    query: { repo: did, collection, rkey: key },
    answer: z.union([found, missing]),
    accepts: [400],
  });
};

/**
 * Whether an answer with an accepted status is a no: of those with status 400 only `RecordNotFound` is an answer, which
 * servers before 2024 said in words alone, and that nobody has a name, which has no error name of its own.
 */
export const refuses = ({ status, body }: RawAnswer): boolean => {
  if (status !== 400) return false;
  const { name, message } = readError(body);
  const isMissing = name === 'RecordNotFound' || /^could not locate record/i.test(message);
  return !isMissing && !/^(?:profile not found|unable to resolve handle)/i.test(message);
};

/** Writes a record under a key (`com.atproto.repo.putRecord`); the same bytes under the same key change nothing. */
export const putRecord = (
  http: AccountHttp,
  operation: string,
  effect: 'write' | 'upload',
  given: {
    readonly repo: string;
    readonly collection: string;
    readonly rkey: string;
    readonly record: Readonly<Record<string, unknown>>;
  },
): Promise<CallResult<z.infer<typeof strongRef>>> =>
  procedure(http, operation, 'com.atproto.repo.putRecord', {
    body: { kind: 'json', value: given },
    effect,
    answer: strongRef,
  });
