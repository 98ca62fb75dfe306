import type { Platform } from '../platform.ts';

/** Instagram's own paths under the practice network's base URL and its name. */
export const practiceEndpoints: Platform['practiceEndpoints'] = (baseUrl) => ({
  authorize: `${baseUrl}/instagram/oauth/authorize`,
  token: `${baseUrl}/instagram/oauth/access_token`,
  revoke: `${baseUrl}/instagram/oauth/access_token`,
  api: `${baseUrl}/instagram`,
  upload: `${baseUrl}/instagram`,
});
