import type { Platform } from '../platform.ts';

/** X's own paths under the practice network's base URL. */
export const practiceEndpoints: Platform['practiceEndpoints'] = (baseUrl) => ({
  authorize: `${baseUrl}/i/oauth2/authorize`,
  token: `${baseUrl}/2/oauth2/token`,
  revoke: `${baseUrl}/2/oauth2/revoke`,
  api: baseUrl,
  upload: baseUrl,
});
