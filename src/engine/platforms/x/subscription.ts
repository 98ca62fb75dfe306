import type { AccountProfile } from '../reading.ts';

/** Subscriptions with which X takes long posts (`subscription_type` of GET /2/users/me); `Basic` is not said to. */
const longPostSubscriptions = new Set(['Premium', 'PremiumPlus']);

/** Whether the account may post long texts and videos; without a profile it may not. */
export const isSubscriber = (profile: AccountProfile | null): boolean => {
  const subscription = profile?.facts['subscription'];
  return typeof subscription === 'string' && longPostSubscriptions.has(subscription);
};
