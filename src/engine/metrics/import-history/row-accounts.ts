import { OcmaError } from '../../../shared/errors.ts';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import { listAccounts } from '../measured-account.ts';
import type { MeasuredAccount } from '../measured-account.ts';
import type { HistoryImportDeps } from '../metrics-deps.ts';
import type { RowContext, RowProblem } from './read-row.ts';

/**
 * Whose post a row is about: the account that was chosen for all rows, else the only one of the workspace that its cells
 * fit. Each pair of cells is looked up once. Throws `not_found` for a chosen account of others.
 */
export function rowAccounts(
  deps: Pick<HistoryImportDeps, 'db' | 'platformOf'>,
  workspaceId: WorkspaceId,
  chosenId: AccountId | undefined,
): RowContext['accountOf'] {
  const accounts = listAccounts(deps.db, workspaceId);
  if (chosenId !== undefined) {
    const chosen = accounts.find(({ id }) => id === chosenId);
    if (chosen === undefined) throw new OcmaError('not_found', { what: 'account' });
    return () => ({ id: chosen.id });
  }
  const found = new Map<string, ReturnType<RowContext['accountOf']>>();
  return (platform, name) => {
    const cells = JSON.stringify([platform, name]);
    const known = found.get(cells) ?? only(fitting(deps, accounts, platform, name), platform || name);
    found.set(cells, known);
    return known;
  };
}

function fitting(
  deps: Pick<HistoryImportDeps, 'platformOf'>,
  accounts: readonly MeasuredAccount[],
  platform: string,
  name: string,
): MeasuredAccount[] {
  const username = name.replace(/^@/, '').toLowerCase();
  return accounts.filter(
    (account) =>
      (platform === '' || isNamed(deps, account, platform)) &&
      (username === '' || account.username.toLowerCase() === username),
  );
}

/** By its name, another spelling of it or its title, in any case. */
function isNamed(
  { platformOf }: Pick<HistoryImportDeps, 'platformOf'>,
  account: MeasuredAccount,
  written: string,
): boolean {
  const { name, aliases, card } = platformOf(account.platform);
  return [name, ...aliases, card.title.toLowerCase()].includes(written.trim().toLowerCase());
}

function only(
  [first, ...others]: readonly MeasuredAccount[],
  platform: string,
): { readonly id: AccountId } | { readonly problem: RowProblem } {
  if (first !== undefined && others.length === 0) return { id: first.id };
  // Where the cells say nothing, all accounts of the workspace fit.
  const id = first === undefined ? 'noAccount' : platform === '' ? 'accountOpen' : 'severalAccounts';
  return { problem: { id, column: 'account', params: { platform } } };
}
