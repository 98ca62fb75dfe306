import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import { query } from './wire/xrpc.ts';

const resolved = z.object({ did: z.string().regex(/^did:[a-z]+:.+$/) });

/** A handle seldom changes hands; an hour. */
const knownForMs = 3_600_000;

/** The identities behind handles (`com.atproto.identity.resolveHandle`). Handles that nobody has are left out. */
export const didsOf = async (
  http: AccountHttp,
  handles: readonly string[],
): Promise<CallResult<ReadonlyMap<string, string>>> => {
  const found = new Map<string, string>();
  for (const handle of handles) {
    const result = await query(http, 'handles.resolve', 'com.atproto.identity.resolveHandle', {
      query: { handle },
      answer: resolved,
      cacheMs: knownForMs,
    });
    if (result.ok) found.set(handle, result.data.did);
    else if (result.failure.status !== 400 || result.failure.code !== 'content_rejected') return result;
  }
  return { ok: true, data: found, status: 200, fromCache: false, readAt: 0 };
};
