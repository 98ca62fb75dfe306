const google = 'https://accounts.google.com';

/** Where YouTube's pages are: its own site, or beside the consent page of whatever stands in for Google. */
const siteOf = (webOrigin: string): string =>
  webOrigin === google ? 'https://www.youtube.com' : `${webOrigin}/youtube`;

/** The address of a video. */
export const videoUrl = (webOrigin: string, id: string): string =>
  `${siteOf(webOrigin)}/watch?v=${encodeURIComponent(id)}`;

/** The address of a comment under its video. */
export const commentUrl = (webOrigin: string, videoId: string, id: string): string =>
  `${videoUrl(webOrigin, videoId)}&lc=${encodeURIComponent(id)}`;

/** The address of a channel. */
export const channelUrl = (authorizeEndpoint: string, id: string): string =>
  `${siteOf(new URL(authorizeEndpoint).origin)}/channel/${encodeURIComponent(id)}`;
