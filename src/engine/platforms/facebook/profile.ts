import type { PlatformApi } from '../platform.ts';
import { pageFields, pageSchema, profileOf } from './page-schema.ts';

/** A Page asked for again within this time, in milliseconds, is not read twice. */
const readAgainMs = 60_000;

/** The connected Page (GET /{page}); with a Page's token `me` is the Page. */
export const profile: PlatformApi['profile'] = async (http, known) => {
  const result = await http.send({
    operation: 'users.me',
    endpoint: 'api',
    method: 'GET',
    path: `/${encodeURIComponent(known?.remoteId ?? 'me')}`,
    query: { fields: pageFields },
    effect: 'read',
    costMicros: 0,
    cacheMs: readAgainMs,
    answer: pageSchema,
  });
  if (!result.ok) return result;
  const webOrigin = new URL(http.endpoints.authorize).origin;
  return { ...result, data: profileOf(result.data, webOrigin, known?.facts) };
};
