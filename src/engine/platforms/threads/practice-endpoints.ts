import type { Platform } from '../platform.ts';

/** Threads' own paths under the practice network's base URL and its name. */
export const practiceEndpoints: Platform['practiceEndpoints'] = (baseUrl) => ({
  authorize: `${baseUrl}/threads/oauth/authorize`,
  token: `${baseUrl}/threads/oauth/access_token`,
  revoke: `${baseUrl}/threads/oauth/access_token`,
  api: `${baseUrl}/threads`,
  upload: `${baseUrl}/threads`,
});
