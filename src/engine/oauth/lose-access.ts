import type { TokenAccount } from './account-tokens.ts';
import { needsReconnect } from './account-tokens.ts';
import type { TokensDeps } from './tokens-deps.ts';

/** Marks an account as in need of its user, and tells that where it is news. */
export function loseAccess(deps: TokensDeps, account: TokenAccount, problemCode: string): void {
  const isNews = deps.db.write(() => {
    if (!needsReconnect(deps.db, account.workspaceId, account.id, problemCode)) return false;
    deps.onLost?.(account, problemCode);
    return true;
  });
  if (!isNews) return;
  deps.db.afterCommit(() => {
    deps.emit({ topic: 'account', workspaceId: account.workspaceId, id: account.id });
    deps.emit({ topic: 'health', workspaceId: account.workspaceId, id: null });
  });
}
