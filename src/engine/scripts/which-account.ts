import { OcmaError } from '../../shared/errors.ts';
import type { Account } from '../../shared/models/account.ts';
import type { AccountId } from '../../shared/models/ids.ts';

/**
 * The accounts of a platform that a script means: those it names, else the only one there is.
 * @throws `ambiguous_account` with the list, `not_connected` where there is none.
 */
export function accountsFor(
  accounts: readonly Account[],
  wanted: { platform: string; title: string; named: readonly AccountId[] | undefined },
): AccountId[] {
  const there = accounts.filter(
    (account) => account.platform === wanted.platform && account.state !== 'disconnected',
  );
  const chosen =
    wanted.named === undefined ? there : there.filter((account) => wanted.named?.includes(account.id));
  if (chosen.length === 0) throw new OcmaError('not_connected', { account: wanted.title });
  if (wanted.named === undefined && chosen.length > 1) {
    const list = chosen.map(({ id, username }) => ({ id, username }));
    throw new OcmaError(
      'ambiguous_account',
      {
        count: chosen.length,
        platform: wanted.title,
        accounts: list.map((one) => `@${one.username} (${one.id})`).join(', '),
      },
      { details: { accounts: list } },
    );
  }
  return chosen.map((account) => account.id);
}
