import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';

/** An account with these facts. */
export const profileWith = (facts: AccountProfile['facts']): AccountProfile => ({
  remoteId: '1',
  username: 'ada',
  displayName: 'Ada',
  avatarUrl: null,
  profileUrl: null,
  followers: null,
  metrics: {},
  facts,
});
