import type { Platform } from '../platform.ts';

/** LinkedIn's own paths under the practice network's base URL; it plays profiles and pages each under a name of their own. */
export const practiceEndpointsOf =
  (name: string): Platform['practiceEndpoints'] =>
  (baseUrl) => ({
    authorize: `${baseUrl}/${name}/oauth/v2/authorization`,
    token: `${baseUrl}/${name}/oauth/v2/accessToken`,
    revoke: `${baseUrl}/${name}/oauth/v2/revoke`,
    api: `${baseUrl}/${name}`,
    upload: `${baseUrl}/${name}`,
  });
