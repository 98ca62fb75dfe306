/**
 * What is asked for; servers that do not know `profile` (before 4.3) are asked for the rest. The narrow scopes exist since
 * Mastodon 2.4.3.
 */
export const scopes = [
  'profile',
  'read:accounts',
  'read:statuses',
  'read:notifications',
  'read:search',
  'write:statuses',
  'write:media',
] as const;
