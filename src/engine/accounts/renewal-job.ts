import type { Notice } from '../../shared/models/event.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { FeatureDeps } from '../feature.ts';
import { nextTelling, tellEndAt } from './sign-in-end.ts';
import type { TokenKeeper } from '../oauth/tokens.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueueForInstallation } from '../queue/installation-job.ts';
import { enqueue } from '../queue/store.ts';
import { lifeOf, listSignedIn } from './account-rows.ts';
import type { StoredAccount } from './account-rows.ts';
import { handleOf } from '../../shared/models/account-handle.ts';

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

/** Its own job, so that it takes its turn among the others of the account. */
const oneKind = 'account.renew';

/** However long nothing is to be done, it is looked at again after this, in milliseconds. */
const longestMs = 6 * 60 * 60_000;
/** After a renewal that did not succeed, and between two looks at least. */
const againMs = 60 * 60_000;
const leastMs = 60_000;

/**
 * Keeps sign-ins alive while the app runs: renews each before it ends, also where nothing uses it, and tells the user well before
 * one ends that cannot be renewed.
 */
export function createRenewalHandlers(deps: RenewalDeps): readonly JobHandler[] {
  return [createLookHandler(deps), createRenewHandler(deps)];
}

function createLookHandler(deps: RenewalDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind,
    run(_job, signal) {
      let next = ports.clock.now() + longestMs;
      for (const account of listSignedIn(db)) {
        if (signal.aborted) break;
        next = Math.min(next, wanted(deps, account), told(deps, account));
      }
      return Promise.resolve({ kind: 'again', at: Math.max(next, ports.clock.now() + leastMs) });
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

function createRenewHandler(deps: RenewalDeps): JobHandler {
  return {
    kind: oneKind,
    async run({ subjectId }) {
      const answer = await deps.tokens.renew(subjectId);
      if (!answer.ok)
        deps.ports.log.warn({ account: subjectId, code: answer.failure.code }, 'a sign-in was not renewed');
      // The next look asks for it again where it is still due.
      return { kind: 'done' };
    },
  };
}

/** Asks for an account's renewal where its time has come; answers when to look again. */
function wanted({ db, newId, ports, platformOf, wake }: RenewalDeps, account: StoredAccount): number {
  const { renewAt } = lifeOf(account, platformOf(account.platform));
  const now = ports.clock.now();
  if (renewAt === null) return Number.POSITIVE_INFINITY;
  if (renewAt > now) return renewAt;
  const { id, workspaceId } = account;
  db.write(() => {
    enqueue(
      db,
      newId,
      {
        workspaceId,
        queue: 'background',
        kind: oneKind,
        subjectId: id,
        accountId: id,
        runAt: now,
        ifWaiting: 'keep_earlier',
      },
      now,
    );
    wake('background');
  });
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
        title: words('accounts.ending.title', { account: handleOf(account), network }),
        body: words('accounts.ending.body', { until }),
        actions: [{ label: words('accounts.ending.act'), run: { kind: 'open', target } }],
        target,
        workspaceId,
      });
    });
  }
  return nextTelling({ ...about, now });
}
