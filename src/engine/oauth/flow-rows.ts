import { createHash } from 'node:crypto';
import { z } from 'zod';
import { accountId, flowId, workspaceId } from '../../shared/models/ids.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import { endpoints } from '../../shared/models/account.ts';
import type { Database } from '../db/database.ts';
import { candidate } from './candidates.ts';
import type { Candidate } from './candidates.ts';

/** Real milliseconds that the user has on the network's page. */
export const flowMs = 5 * 60_000;

const json = z.string().transform((text): unknown => JSON.parse(text));

const storedFlow = z.object({
  id: flowId,
  workspaceId,
  platform: z.string(),
  /** Empty where no browser takes part. */
  redirectUri: z.string(),
  /** Without its state, which is stored only sealed and hashed. */
  authorizeUrl: z.string(),
  clientId: z.string(),
  endpoints: json.pipe(endpoints),
  /** The endpoints were overridden; false for those of a server that the user named. */
  customEndpoints: z.int().transform((flag) => flag === 1),
  /** What was asked for. */
  scopes: json.pipe(z.array(z.string())),
  reconnect: accountId.nullable(),
  status: z.enum(['waiting', 'exchanging', 'choosing', 'connected', 'failed', 'cancelled', 'expired']),
  /** While `choosing`: what the sign-in gave. */
  candidates: json.pipe(z.array(candidate)).nullable(),
  /** All that were connected; `accountId` is the first. */
  accountIds: json.pipe(z.array(accountId)),
  accountId: accountId.nullable(),
  problemCode: z.string().nullable(),
  createdAt: z.int(),
  expiresAt: z.int(),
});

/** A connection under way, as it is stored. */
export type StoredFlow = z.infer<typeof storedFlow>;

/** What a connection begins with. */
export type NewFlow = Omit<
  StoredFlow,
  'status' | 'candidates' | 'accountIds' | 'accountId' | 'problemCode'
> & {
  readonly status: 'waiting' | 'exchanging';
  readonly stateHash: string;
};

const columns = `id, workspace_id AS workspaceId, platform, redirect_uri AS redirectUri, authorize_url AS authorizeUrl,
  client_id AS clientId, endpoints, custom_endpoints AS customEndpoints, scopes, reconnect, status, candidates,
  account_ids AS accountIds, account_id AS accountId, problem_code AS problemCode, created_at AS createdAt, expires_at AS expiresAt`;

/** The hash under which a state is looked up. */
export function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url');
}

/** Joins the caller's transaction. */
export function insertFlow(db: Database, flow: NewFlow): StoredFlow {
  db.sql(
    `INSERT INTO connection_flow (id, workspace_id, platform, state_hash, redirect_uri, authorize_url, client_id, endpoints,
       custom_endpoints, scopes, reconnect, status, created_at, expires_at)
     VALUES (:id, :workspaceId, :platform, :stateHash, :redirectUri, :authorizeUrl, :clientId, :endpoints,
       :custom, :scopes, :reconnect, :status, :createdAt, :expiresAt)`,
  ).run({
    id: flow.id,
    workspaceId: flow.workspaceId,
    platform: flow.platform,
    stateHash: flow.stateHash,
    redirectUri: flow.redirectUri,
    authorizeUrl: flow.authorizeUrl,
    clientId: flow.clientId,
    endpoints: JSON.stringify(flow.endpoints),
    custom: flow.customEndpoints ? 1 : 0,
    scopes: JSON.stringify(flow.scopes),
    reconnect: flow.reconnect,
    status: flow.status,
    createdAt: flow.createdAt,
    expiresAt: flow.expiresAt,
  });
  const { stateHash: _, ...stored } = flow;
  return { ...stored, candidates: null, accountIds: [], accountId: null, problemCode: null };
}

/** A flow by its id, which nobody can guess; its workspace is in the row. */
export function readFlow(db: Database, id: string): StoredFlow | undefined {
  return parsed(db.sql(`SELECT ${columns} FROM connection_flow WHERE id = :id`).get({ id }));
}

/** The flow that a state belongs to. Looked up by hash, so that the time it takes says nothing about the state. */
export function findFlowByState(db: Database, state: string): StoredFlow | undefined {
  return parsed(
    db.sql(`SELECT ${columns} FROM connection_flow WHERE state_hash = :hash`).get({ hash: hashOf(state) }),
  );
}

/** Flows of a workspace that still wait for the browser, oldest first. */
export function waitingFlows(db: Database, workspaceId: string, platform: string): StoredFlow[] {
  return db
    .sql(
      `SELECT ${columns} FROM connection_flow WHERE workspace_id = :workspaceId AND platform = :platform
       AND status = 'waiting' ORDER BY created_at, id`,
    )
    .all({ workspaceId, platform })
    .map((row) => storedFlow.parse(row));
}

/** Where a flow goes on to. */
export type NextStatus =
  | { readonly status: 'exchanging' | 'cancelled' | 'expired' }
  | {
      readonly status: 'choosing';
      readonly candidates: readonly Candidate[];
      readonly expiresAt: number;
    }
  | { readonly status: 'failed'; readonly problemCode: string }
  | { readonly status: 'connected'; readonly accountIds: readonly AccountId[] };

/** Moves a flow on, from one of these states alone; false where it had left them. */
export function moveFlow(db: Database, id: string, from: StoredFlow['status'], to: NextStatus): boolean {
  const accountIds = to.status === 'connected' ? to.accountIds : [];
  return db.write(
    () =>
      db
        .sql(
          `UPDATE connection_flow SET status = :status, problem_code = :problemCode, account_id = :accountId,
             account_ids = :accountIds, candidates = :candidates, expires_at = coalesce(:expiresAt, expires_at)
           WHERE id = :id AND status = :from`,
        )
        .run({
          id,
          from,
          status: to.status,
          problemCode: to.status === 'failed' ? to.problemCode : null,
          accountId: accountIds[0] ?? null,
          accountIds: JSON.stringify(accountIds),
          candidates: to.status === 'choosing' ? JSON.stringify(to.candidates) : null,
          expiresAt: to.status === 'choosing' ? to.expiresAt : null,
        }).changes === 1,
  );
}

/**
 * Ends what a process that died was exchanging: that code is spent or too old. A flow that still waits has lost its
 * listener, but may go on with the address that the user pastes, until it expires; so may a choice.
 */
export function endOpenFlows(db: Database): void {
  db.write(() => {
    db.sql(
      `DELETE FROM secret WHERE owner_kind = 'flow' AND owner_id IN (SELECT id FROM connection_flow WHERE status = 'exchanging')`,
    ).run();
    db.sql(
      `UPDATE connection_flow SET status = 'failed', problem_code = 'oauth_failed' WHERE status = 'exchanging'`,
    ).run();
  });
}

function parsed(row: unknown): StoredFlow | undefined {
  return row === undefined ? undefined : storedFlow.parse(row);
}
