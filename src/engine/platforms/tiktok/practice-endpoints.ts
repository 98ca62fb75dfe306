import type { Platform } from '../platform.ts';

/** TikTok's own paths under the practice network's part for it. */
export const practiceEndpoints: Platform['practiceEndpoints'] = (baseUrl) =>
  endpointsAt(`${baseUrl}/tiktok`, `${baseUrl}/tiktok`);

/** TikTok's addresses, given where its pages and where its API are. */
export const endpointsAt = (web: string, api: string): ReturnType<Platform['practiceEndpoints']> => ({
  authorize: `${web}${authorizePath}`,
  token: `${api}/v2/oauth/token/`,
  revoke: `${api}/v2/oauth/revoke/`,
  api,
  upload: api,
});

const authorizePath = '/v2/auth/authorize/';

/** Where the network's pages are, by its consent page: people's and videos' addresses begin so. */
export const pagesOf = (authorize: string): string => {
  const { origin, pathname } = new URL(authorize);
  return pathname.endsWith(authorizePath) ? `${origin}${pathname.slice(0, -authorizePath.length)}` : origin;
};
