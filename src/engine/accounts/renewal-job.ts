import type { Notice } from '../../shared/models/event.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { FeatureDeps } from '../feature.ts';
import { nextTelling, tellEndAt } from './sign-in-end.ts';
import type { TokenKeeper } from '../oauth/tokens.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueueForInstallation } from '../queue/installation-job.ts';
import { lifeOf, listSignedIn } from './account-rows.ts';
import type { StoredAccount } from './account-rows.ts';

export interface RenewalDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'newId' | 'words' | 'wake' | 'changed' | 'platformOf'
> {
  readonly tokens: Pick<TokenKeeper, 'renew'>;
  /** Tells the user; joins the transaction that is open. */
  readonly notify: (notice: Notice) => void;
  readonly wantsNotices: (workspaceId: WorkspaceId) => boolean;
}

const kind = 'account.renewal';

/** However long nothing is to be done, it is looked at again after this, in milliseconds. */
const longestMs = 6 * 60 * 60_000;
/** After a renewal that did not succeed, and between two looks at least. */
const againMs = 60 * 60_000;
const leastMs = 60_000;

/**
 * Keeps sign-ins alive while the app runs: renews each before it ends, also where nothing uses it, and tells the user well before
 * one ends that cannot be renewed.
 */
export function createRenewalHandler(deps: RenewalDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind,
    async run(_job, signal) {
      let next = ports.clock.now() + longestMs;
      for (const account of listSignedIn(db)) {
        if (signal.aborted) break;
        next = Math.min(next, await renewed(deps, account), told(deps, account));
      }
      return { kind: 'again', at: Math.max(next, ports.clock.now() + leastMs) };
    },
  };
}

/** Sees that the job is there, and looks soon: at the start, and when an account was connected. */
export function ensureRenewals(deps: Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'wake'>): void {
  enqueueForInstallation(deps, {
    kind,
    runAt: deps.ports.clock.now(),
    priority: -5,
    ifWaiting: 'keep_earlier',
  });
}

/** Renews an account's tokens where their time has come; answers when to look again. */
async function renewed(deps: RenewalDeps, account: StoredAccount): Promise<number> {
  const { renewAt } = lifeOf(account, deps.platformOf(account.platform));
  const now = deps.ports.clock.now();
  if (renewAt === null) return Number.POSITIVE_INFINITY;
  if (renewAt > now) return renewAt;
  const answer = await deps.tokens.renew(account.id);
  if (!answer.ok)
    deps.ports.log.warn({ account: account.id, code: answer.failure.code }, 'a sign-in was not renewed');
  return now + againMs;
}

/** Tells the user where it is time to; answers when the next time is. */
function told(deps: RenewalDeps, account: StoredAccount): number {
  const { db, ports, words } = deps;
  const platform = deps.platformOf(account.platform);
  const { endsAt } = lifeOf(account, platform);
  if (endsAt === null) return Number.POSITIVE_INFINITY;
  const now = ports.clock.now();
  const about = { endsAt, since: account.tokenIssuedAt ?? account.connectedAt, toldAt: account.endToldAt };
  if (endsAt > now && tellEndAt(about) <= now) {
    const { workspaceId, id } = account;
    db.write(() => {
      db.sql(`UPDATE account SET end_told_at = :now WHERE id = :id AND workspace_id = :workspaceId`).run({
        id,
        workspaceId,
        now,
      });
      if (!deps.wantsNotices(workspaceId)) return;
      const network = platform.card.title;
      const until = new Date(endsAt).toISOString().slice(0, 10);
      const target = `/accounts?connect=${encodeURIComponent(account.platform)}&reconnect=${encodeURIComponent(id)}`;
      deps.notify({
        kind: 'account_needs_you',
        title: words('accounts.ending.title', { account: `@${account.username}`, network }),
        body: words('accounts.ending.body', { until }),
        actions: [{ label: words('accounts.ending.act'), run: { kind: 'open', target } }],
        target,
        workspaceId,
      });
    });
  }
  return nextTelling({ ...about, now });
}
