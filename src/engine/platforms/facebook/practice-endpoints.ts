import { graphVersion } from '../meta/version.ts';
import type { Platform } from '../platform.ts';

/** Where the practice network plays Facebook. */
export const practiceEndpoints: Platform['practiceEndpoints'] = (baseUrl) => {
  const graph = `${baseUrl}/facebook/${graphVersion}`;
  return {
    authorize: `${baseUrl}/facebook/${graphVersion}/dialog/oauth`,
    token: `${graph}/oauth/access_token`,
    revoke: `${graph}/me/permissions`,
    api: graph,
    upload: graph,
  };
};
