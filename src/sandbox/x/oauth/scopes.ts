/** Every scope that X's description of its API names. */
export const knownScopes: ReadonlySet<string> = new Set([
  'tweet.read',
  'tweet.write',
  'tweet.moderate.write',
  'users.email',
  'users.read',
  'follows.read',
  'follows.write',
  'offline.access',
  'space.read',
  'mute.read',
  'mute.write',
  'like.read',
  'like.write',
  'list.read',
  'list.write',
  'block.read',
  'block.write',
  'bookmark.read',
  'bookmark.write',
  'dm.read',
  'dm.write',
  'media.write',
  'timeline.read',
]);

/** What a scope lets the app do, in words for the consent page. */
export const scopeWords: Readonly<Record<string, string>> = {
  'tweet.read': 'See your posts and the posts you can see',
  'tweet.write': 'Post and delete posts for you',
  'tweet.moderate.write': 'Hide and show replies to your posts',
  'users.read': 'See your profile',
  'offline.access': 'Stay connected until you say otherwise',
  'media.write': 'Upload pictures and videos for your posts',
  'like.read': 'See what you liked',
  'follows.read': 'See whom you follow and who follows you',
};
