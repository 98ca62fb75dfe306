import type { Account } from '../../shared/models/account.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import { UsageError } from './arguments.ts';

/**
 * The accounts that names on a command line mean: an id, `@name`, or `x:name` where networks share a name.
 * @throws UsageError that lists the accounts, where a name means none or several.
 */
export function accountsNamed(names: readonly string[], accounts: readonly Account[]): AccountId[] {
  return names.map((name) => {
    const matches = accounts.filter((account) => isMeant(name, account));
    const [match] = matches;
    if (match !== undefined && matches.length === 1) return match.id;
    const listed = (matches.length > 1 ? matches : accounts).map(nameOf).join(', ');
    if (matches.length > 1) throw new UsageError(`"${name}" may be any of ${listed}. Name one of them.`);
    throw new UsageError(
      accounts.length === 0
        ? `There is no account "${name}", nor any other yet. Connect one first.`
        : `There is no account "${name}". There are: ${listed}.`,
    );
  });
}

function isMeant(name: string, account: Account): boolean {
  if (name === account.id) return true;
  const colon = name.indexOf(':');
  const platform = name.slice(0, Math.max(0, colon)).toLowerCase();
  const username = name
    .slice(colon + 1)
    .replace(/^@/, '')
    .toLowerCase();
  return username === account.username.toLowerCase() && ['', account.platform].includes(platform);
}

function nameOf(account: Account): string {
  return `${account.platform}:${account.username}`;
}
