import { createHash } from 'node:crypto';
import { z } from 'zod';
import { accountId, flowId, workspaceId } from '../../shared/models/ids.ts';
import { endpoints } from '../../shared/models/account.ts';
import type { Database } from '../db/database.ts';
import type { SecretPlace } from '../vault/place.ts';

const storedFlow = z.object({
  id: flowId,
  workspaceId,
  platform: z.string(),
  redirectUri: z.string(),
  /** Without its state, which is stored only sealed and hashed. */
  authorizeUrl: z.string(),
  clientId: z.string(),
  endpoints: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(endpoints),
  reconnect: accountId.nullable(),
  status: z.enum(['waiting', 'exchanging', 'connected', 'failed', 'cancelled', 'expired']),
  accountId: accountId.nullable(),
  problemCode: z.string().nullable(),
  createdAt: z.int(),
  expiresAt: z.int(),
});

/** A connection under way, as it is stored. */
export type StoredFlow = z.infer<typeof storedFlow>;

const columns = `id, workspace_id AS workspaceId, platform, redirect_uri AS redirectUri, authorize_url AS authorizeUrl,
  client_id AS clientId, endpoints, reconnect, status, account_id AS accountId, problem_code AS problemCode,
  created_at AS createdAt, expires_at AS expiresAt`;

/** The hash under which a state is looked up. */
export function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url');
}

/** Joins the caller's transaction. */
export function insertFlow(
  db: Database,
  flow: Omit<StoredFlow, 'status' | 'accountId' | 'problemCode'> & { readonly stateHash: string },
): void {
  db.sql(
    `INSERT INTO connection_flow (id, workspace_id, platform, state_hash, redirect_uri, authorize_url, client_id, endpoints,
       reconnect, status, created_at, expires_at)
     VALUES (:id, :workspaceId, :platform, :stateHash, :redirectUri, :authorizeUrl, :clientId, :endpoints,
       :reconnect, 'waiting', :createdAt, :expiresAt)`,
  ).run({ ...flow, endpoints: JSON.stringify(flow.endpoints) });
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

/** Moves a flow on, from one of these states alone; false where it had left them. */
export function moveFlow(
  db: Database,
  id: string,
  from: StoredFlow['status'],
  to:
    | { readonly status: 'exchanging' | 'cancelled' | 'expired' }
    | { readonly status: 'failed'; readonly problemCode: string }
    | { readonly status: 'connected'; readonly accountId: string },
): boolean {
  return db.write(
    () =>
      db
        .sql(
          `UPDATE connection_flow SET status = :status, problem_code = :problemCode, account_id = :accountId
           WHERE id = :id AND status = :from`,
        )
        .run({
          id,
          from,
          status: to.status,
          problemCode: to.status === 'failed' ? to.problemCode : null,
          accountId: to.status === 'connected' ? to.accountId : null,
        }).changes === 1,
  );
}

/**
 * Ends what a process that died was exchanging: that code is spent or too old. A flow that still waits has lost its
 * listener, but may go on with the address that the user pastes, until it expires.
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

/** Where a flow's state and PKCE verifier are kept until it ends. */
export function flowSecretPlace(flow: Pick<StoredFlow, 'id' | 'workspaceId' | 'endpoints'>): SecretPlace {
  const origin = new URL(flow.endpoints.token).origin;
  return { workspaceId: flow.workspaceId, ownerKind: 'flow', ownerId: flow.id, name: 'verifier', origin };
}

/** What is sealed for a flow. */
export const flowSecret = z.object({ state: z.string(), verifier: z.string() });

function parsed(row: unknown): StoredFlow | undefined {
  return row === undefined ? undefined : storedFlow.parse(row);
}
