import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { posts } from './wire/addresses.ts';
import { procedure } from './wire/xrpc.ts';

/** Deletes a post (`com.atproto.repo.deleteRecord`); one that is gone already is deleted, too. */
export const remove: NonNullable<PlatformApi['remove']> = async (http, account, remoteId) => {
  const value = { repo: account.remoteId, collection: posts, rkey: remoteId };
  const result = await procedure(http, 'posts.delete', 'com.atproto.repo.deleteRecord', {
    body: { kind: 'json', value },
    effect: 'write',
    answer: z.unknown(),
  });
  return result.ok ? { ...result, data: { deleted: true } } : result;
};
