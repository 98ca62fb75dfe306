import type { Account } from '../../shared/models/account.ts';
import type { Feature, Platform } from '../platforms/platform.ts';
import type { Words } from '../words.ts';

const all = [
  'publish',
  'media',
  'comment',
  'delete',
  'metrics',
  'account_metrics',
  'mentions',
  'search',
] as const satisfies readonly Feature[];

/** The scopes that a feature needs and an account was not granted; empty where it may be used. */
export function missingScopes(
  platform: Pick<Platform, 'scopesOf'>,
  granted: readonly string[],
  feature: Feature,
): readonly string[] {
  return (platform.scopesOf?.[feature] ?? []).filter((scope) => !granted.includes(scope));
}

/** Whether the network offers it to apps, and this app makes use of it. */
function isOffered({ lacks, api }: Pick<Platform, 'lacks' | 'api'>, feature: Feature): boolean {
  if (lacks?.includes(feature) === true) return false;
  if (feature === 'search') return api.search !== undefined;
  return feature !== 'delete' || api.remove !== undefined;
}

/** What no account of a network can be used for, whatever it is allowed. */
export const featuresNotOffered = (platform: Platform): Feature[] =>
  all.filter((name) => !isOffered(platform, name));

/** What an account may be used for, and why not. */
export function featuresOf(
  platform: Platform,
  granted: readonly string[],
  words: Words,
): Account['features'] {
  const network = platform.card.title;
  return all.map((name) => {
    if (!isOffered(platform, name)) {
      const reason = platform.lacks?.includes(name) === true ? 'lacks' : 'unused';
      return { name, available: false, why: words(`accounts.feature.${reason}`, { network }) };
    }
    const missing = missingScopes(platform, granted, name);
    if (missing.length === 0) return { name, available: true, why: null };
    const why = words('accounts.feature.missing', { network, scopes: missing.join(', ') });
    return { name, available: false, why };
  });
}

/** Scopes that were not granted, each with the features that need it; what the network does not offer needs nothing. */
export function missingByFeature(
  platform: Pick<Platform, 'scopesOf' | 'lacks'>,
  granted: readonly string[],
): readonly { readonly scope: string; readonly features: readonly Feature[] }[] {
  const offered = all.filter((name) => platform.lacks?.includes(name) !== true);
  const scopes = new Set(offered.flatMap((name) => missingScopes(platform, granted, name)));
  return [...scopes].map((scope) => ({
    scope,
    features: offered.filter((name) => missingScopes(platform, granted, name).includes(scope)),
  }));
}
