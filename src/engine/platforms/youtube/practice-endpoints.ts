import type { Platform } from '../platform.ts';

/** Google's own paths under the practice network's base URL; every host of Google's has the same prefix there. */
export const practiceEndpoints: Platform['practiceEndpoints'] = (baseUrl) => ({
  authorize: `${baseUrl}/youtube/o/oauth2/v2/auth`,
  token: `${baseUrl}/youtube/token`,
  revoke: `${baseUrl}/youtube/revoke`,
  api: `${baseUrl}/youtube`,
  upload: `${baseUrl}/youtube`,
});
