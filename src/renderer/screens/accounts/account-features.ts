import type { Account, PlatformCard } from '../../../shared/models/account.ts';

type AccountFeature = Account['features'][number];

/** What an account cannot be used for, although its network offers it: a permission was not granted. */
export function missingFeatures(account: Account, platform: PlatformCard | undefined): AccountFeature[] {
  const lacks = platform?.lacks ?? [];
  return account.features.filter(({ name, available }) => !available && !lacks.includes(name));
}

/** What no permission would allow there. */
export function lackingFeatures(account: Account, platform: PlatformCard | undefined): AccountFeature[] {
  const lacks = platform?.lacks ?? [];
  return account.features.filter(({ name, available }) => !available && lacks.includes(name));
}
