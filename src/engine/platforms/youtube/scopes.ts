const google = 'https://www.googleapis.com/auth';

/** What is asked of a Google user; on Google's page each may be left out. `openid` only names the user. */
export const scope = {
  user: 'openid',
  upload: `${google}/youtube.upload`,
  read: `${google}/youtube.readonly`,
  manage: `${google}/youtube.force-ssl`,
  analytics: `${google}/yt-analytics.readonly`,
} as const;
