import { z } from 'zod';
import { endpoints } from '../../shared/models/account.ts';
import { workspaceId } from '../../shared/models/ids.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import { failureCodes } from './call.ts';
import type { CallFacts } from './call-facts.ts';
import type { Failure } from './call.ts';
import { ruleOf } from './failure-policy.ts';
import type { Pauses } from './failure-policy.ts';

const minuteMs = 60_000;

/** Whose pauses count for a call: the account's own, and those of the app that it shares with other accounts. */
export interface PauseScopes {
  /** Null while the account is still being connected. */
  readonly accountId: string | null;
  readonly clientId: string;
  /** Where the app is known: a client id means nothing elsewhere. */
  readonly apiOrigin: string;
}

/** `read` and `write` rest apart; `all` is both. */
export type PauseEffect = 'read' | 'write' | 'all';

export interface Pause {
  readonly until: number;
  readonly reason: string;
}

/** A failure's pause: what rests, until when. Null where nothing does. */
export function pauseAfter(
  call: Pick<CallFacts, 'effect'>,
  failure: Failure,
  now: number,
): { readonly what: Exclude<Pauses, 'nothing'>; readonly until: number } | null {
  const { pauses, restMs } = ruleOf(failure);
  const what = call.effect === 'write' ? pauses.write : pauses.read;
  if (what === 'nothing') return null;
  // Limits of uploads are their own: neither reading nor posting rests for them.
  const narrowed = call.effect === 'upload' && what === 'limited' ? 'operation' : what;
  return { what: narrowed, until: Math.max(failure.retryAt ?? now + (restMs ?? 0), now + 1) };
}

/** The pause that holds a call back now, the longest of all that do. */
export function activePause(
  db: Database,
  scopes: PauseScopes,
  effect: CallFacts['effect'],
  now: number,
): Pause | null {
  const rows = db
    .sql<Pause & { since: number }>(
      `SELECT since, until, reason FROM pause WHERE until > :now + 0 AND effect IN ('all', :effect || '')
         AND ((scope_kind = 'account' AND scope_id = (:accountId || '')) OR (scope_kind = 'app' AND scope_id = (:app || '')))
       ORDER BY until DESC`,
    )
    .all({ ...idsOf(scopes), effect: effect === 'read' ? 'read' : 'write', now });
  // Begun in the future: the clock was wrong then, and so is the end.
  if (rows.some(({ since }) => since > now + minuteMs)) {
    endPauses(db, scopes);
    return null;
  }
  return rows[0] ?? null;
}

/**
 * Pauses an account or its app, never shortening a pause; joins the caller's transaction. Answers the accounts whose
 * publishing it holds back now and did not before.
 */
export function pause(
  db: Database,
  scopes: PauseScopes,
  what: { readonly kind: 'account' | 'app'; readonly effect: PauseEffect },
  given: Pause & { readonly now: number },
): readonly PausedAccount[] {
  const ids = idsOf(scopes);
  const scopeId = what.kind === 'app' ? ids.app : ids.accountId;
  if (scopeId === null) return [];
  return db.write(() => {
    db.sql(
      `INSERT INTO pause (scope_kind, scope_id, effect, since, until, reason)
       VALUES (:kind, :scopeId, :effect, :now, :until, :reason)
       ON CONFLICT (scope_kind, scope_id, effect) DO UPDATE SET
         since = excluded.since, until = excluded.until, reason = excluded.reason WHERE until < excluded.until`,
    ).run({
      kind: what.kind,
      scopeId,
      effect: what.effect,
      now: given.now,
      until: given.until,
      reason: given.reason,
    });
    return what.effect === 'read' ? [] : project(db, scopes, what.kind);
  });
}

/** Ends every pause of an account and of its app, as the user wishes; joins the caller's transaction. */
export function endPauses(db: Database, scopes: PauseScopes): readonly PausedAccount[] {
  return db.write(() => {
    const ids = idsOf(scopes);
    const { changes } = db
      .sql(
        `DELETE FROM pause WHERE (scope_kind = 'account' AND scope_id = :accountId) OR (scope_kind = 'app' AND scope_id = :app)`,
      )
      .run(ids);
    return changes === 0 ? [] : project(db, scopes, 'app');
  });
}

/** Forgets the pauses of an account that is disconnected, but not those of its app; joins the caller's transaction. */
export function endAccountPauses(db: Database, accountId: string): void {
  db.sql(`DELETE FROM pause WHERE scope_kind = 'account' AND scope_id = :accountId`).run({ accountId });
}

/** What a call that is paused comes to. */
export function pausedFailure({ until, reason }: Pause): Failure {
  const code = failureCodes.find((known) => known === reason) ?? 'rate_limited';
  return { code, reach: 'not_sent', retryAt: until, detail: 'It is paused.', status: null };
}

export interface PausedAccount {
  readonly id: string;
  readonly workspaceId: WorkspaceId;
}

const storedAccount = z.object({
  id: z.string(),
  workspaceId,
  clientId: z.string(),
  pausedUntil: z.int().nullable(),
  endpoints: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(endpoints),
});

/** Writes into each account until when its publishing rests, for whoever claims its posts. */
function project(db: Database, scopes: PauseScopes, kind: 'account' | 'app'): readonly PausedAccount[] {
  const accounts = db
    .sql(
      `SELECT id, workspace_id AS workspaceId, client_id AS clientId, paused_until AS pausedUntil, endpoints FROM account
       WHERE id = :accountId OR (:app = 1 AND client_id = :clientId)`,
    )
    .all({ accountId: scopes.accountId, clientId: scopes.clientId, app: kind === 'app' ? 1 : 0 })
    .map((row) => storedAccount.parse(row));
  return accounts.filter((account) => {
    const held = db
      .sql<Pause>(
        `SELECT until, reason FROM pause WHERE effect <> 'read'
           AND ((scope_kind = 'account' AND scope_id = :accountId) OR (scope_kind = 'app' AND scope_id = :app))
         ORDER BY until DESC LIMIT 1`,
      )
      .get(
        idsOf({
          accountId: account.id,
          clientId: account.clientId,
          apiOrigin: apiOriginOf(account.endpoints),
        }),
      );
    if ((held?.until ?? null) === account.pausedUntil) return false;
    db.sql(
      `UPDATE account SET paused_until = :until, pause_reason = :reason, version = version + 1
       WHERE id = :id AND workspace_id = :workspaceId`,
    ).run({
      id: account.id,
      workspaceId: account.workspaceId,
      until: held?.until ?? null,
      reason: held?.reason ?? null,
    });
    return true;
  });
}

/** Where an app's client id is known. */
export function apiOriginOf(places: { readonly api: string }): string {
  return new URL(places.api).origin;
}

function idsOf({ accountId, clientId, apiOrigin }: PauseScopes) {
  return { accountId, app: `${clientId} ${apiOrigin}` };
}
