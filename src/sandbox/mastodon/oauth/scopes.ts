/** What a scope lets the app do, in words for the consent page. */
export const scopeWords: Readonly<Record<string, string>> = {
  profile: 'See your profile',
  read: 'Read all of your account',
  write: 'Change all of your account',
  push: 'Send you notifications',
  'read:accounts': 'See accounts',
  'read:statuses': 'See posts',
  'read:notifications': 'See your notifications',
  'read:search': 'Search for you',
  'write:statuses': 'Post and delete posts for you',
  'write:media': 'Upload pictures and videos for your posts',
};

/** Every scope that this server knows. */
export const knownScopes: ReadonlySet<string> = new Set(Object.keys(scopeWords));

/** Whether a grant with these scopes may do what one of the wanted ones lets. `read` stands for all that begin so. */
export function permits(granted: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  return wanted.some((scope) => granted.includes(scope) || granted.includes(scope.split(':', 1)[0] ?? scope));
}
