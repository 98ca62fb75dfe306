import type { Platform } from '../platform.ts';

/** LinkedIn's own paths under the practice network's base URL. */
export const practiceEndpoints: Platform['practiceEndpoints'] = (baseUrl) => ({
  authorize: `${baseUrl}/linkedin/oauth/v2/authorization`,
  token: `${baseUrl}/linkedin/oauth/v2/accessToken`,
  revoke: `${baseUrl}/linkedin/oauth/v2/revoke`,
  api: `${baseUrl}/linkedin`,
  upload: `${baseUrl}/linkedin`,
});
