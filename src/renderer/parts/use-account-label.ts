import { handleOf } from '../../shared/models/account-handle.ts';
import type { Account } from '../../shared/models/account.ts';
import { usePlatforms } from './network-icon.tsx';

/** How an account is called in a list of those of several networks, where one person often has one name: `@mara · X`. */
export function useAccountLabel(): (
  account: Pick<Account, 'platform' | 'username' | 'displayName'>,
) => string {
  const cards = usePlatforms();
  return (account) => `${handleOf(account)} · ${cards.get(account.platform)?.title ?? account.platform}`;
}
