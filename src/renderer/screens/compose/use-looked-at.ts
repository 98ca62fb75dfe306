import { useState } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import { usePlatforms } from '../../parts/network-icon.tsx';
import type { Draft } from './draft.ts';

/** The accounts that a draft goes to, their networks, and the one that previews, analysis and help are about. */
export interface LookedAt {
  readonly accounts: readonly Account[];
  /** The first account's network where none is chosen. */
  readonly platforms: readonly string[];
  readonly platform: string;
  /** The chosen accounts of that network. */
  readonly there: readonly Account[];
  readonly look: (platform: string) => void;
}

/** Which network of a draft is looked at; the first one until another is chosen. */
export function useLookedAt(all: readonly Account[], { accountIds }: Draft): LookedAt {
  const cards = usePlatforms();
  const [looked, look] = useState('');
  const accounts = all.filter(({ id }) => accountIds.includes(id));
  const fallback = all[0]?.platform ?? [...cards.keys()][0];
  const platforms = [...new Set(accounts.map(({ platform }) => platform))];
  if (platforms.length === 0 && fallback !== undefined) platforms.push(fallback);
  const platform = platforms.includes(looked) ? looked : (platforms[0] ?? '');
  return {
    accounts,
    platforms,
    platform,
    there: accounts.filter((account) => account.platform === platform),
    look,
  };
}
