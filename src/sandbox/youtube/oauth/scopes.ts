const google = 'https://www.googleapis.com/auth';

export const scopes = {
  user: 'openid',
  youtube: `${google}/youtube`,
  upload: `${google}/youtube.upload`,
  read: `${google}/youtube.readonly`,
  manage: `${google}/youtube.force-ssl`,
  analytics: `${google}/yt-analytics.readonly`,
} as const;

/** Every scope that is known here. */
export const knownScopes: ReadonlySet<string> = new Set([
  ...Object.values(scopes),
  'email',
  'profile',
  `${google}/userinfo.email`,
  `${google}/userinfo.profile`,
  `${google}/youtubepartner`,
]);

/** What a scope lets the app do, in words for the consent page. */
export const scopeWords: Readonly<Record<string, string>> = {
  [scopes.user]: 'Know which Google user you are',
  [scopes.upload]: 'Manage your YouTube videos',
  [scopes.read]: 'View your YouTube account',
  [scopes.manage]: 'See, edit, and permanently delete your YouTube videos, ratings, comments and captions',
  [scopes.analytics]: 'View YouTube Analytics reports for your YouTube content',
};
