import { createHash } from 'node:crypto';
import { OcmaError } from '../../shared/errors.ts';
import type { Endpoints } from '../../shared/models/account.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { Platform } from '../platforms/platform.ts';
import type { SecretPlace } from '../vault/place.ts';
import { readSecret } from '../vault/secret-rows.ts';
import type { Vault } from '../vault/vault.ts';
import { createTokenAsk } from './token-ask.ts';
import type { AskDeps } from './token-ask.ts';

/** Servers forget apps that nobody has signed in through; one that is older and without an account is made anew. */
const forgottenAfterMs = 12 * 60 * 60_000;

interface RegisteredRow {
  readonly clientId: string;
  readonly redirectUris: string;
  readonly registeredAt: number;
}

/** What a registered app is: its id, and the secret that the server gave with it. */
export interface KnownApp {
  readonly clientId: string;
  readonly clientSecret: string | null;
}

const placeOf = (
  workspaceId: string,
  platform: string,
  endpoints: Endpoints,
  clientId: string,
): SecretPlace => {
  const origin = new URL(endpoints.token).origin;
  const app = createHash('sha256')
    .update(JSON.stringify([origin, clientId]))
    .digest('base64url');
  return {
    workspaceId,
    ownerKind: 'registered_app',
    ownerId: `${platform} ${app}`,
    name: 'client_secret',
    origin,
  };
};

/**
 * An app that OCMA registered at this server, by its id, also where a newer one has taken its place; null where there is none. Throws
 * `vault_locked`.
 */
export async function findRegistered(
  { db, vault }: { readonly db: Database; readonly vault: Vault },
  workspaceId: string,
  platform: string,
  endpoints: Endpoints,
  clientId: string,
): Promise<KnownApp | null> {
  const { origin } = new URL(endpoints.token);
  const row = db
    .sql(
      `SELECT 1 FROM registered_app WHERE workspace_id = :workspaceId AND platform = :platform AND origin = :origin
       AND client_id = :clientId`,
    )
    .get({ workspaceId, platform, origin, clientId });
  const place = placeOf(workspaceId, platform, endpoints, clientId);
  if (readSecret(db, place) === undefined) return row === undefined ? null : { clientId, clientSecret: null };
  await vault.ready(place);
  return { clientId, clientSecret: vault.open(place) };
}

/**
 * The app at a server, made known there where it is not yet, once for each set of redirect addresses. Null where the network takes no apps
 * in this way. Throws what stands in the way.
 */
export async function registerApp(
  deps: AskDeps & { readonly vault: Vault },
  given: {
    readonly workspaceId: WorkspaceId;
    readonly platform: Platform;
    readonly endpoints: Endpoints;
    readonly redirectUris: readonly string[];
    readonly scopes: readonly string[];
    /** The server was only named, so it must be of the public internet. */
    readonly publicOnly: boolean;
  },
): Promise<KnownApp | null> {
  const { db, vault, ports } = deps;
  const { workspaceId, platform, endpoints } = given;
  const register = platform.signIn.server?.register;
  if (register === undefined) return null;
  const { origin } = new URL(endpoints.token);
  const redirectUris = JSON.stringify([...given.redirectUris].sort());
  const known = db
    .sql<RegisteredRow>(
      `SELECT client_id AS clientId, redirect_uris AS redirectUris, registered_at AS registeredAt FROM registered_app
       WHERE workspace_id = :workspaceId AND platform = :platform AND origin = :origin AND redirect_uris = :redirectUris`,
    )
    .get({ workspaceId, platform: platform.name, origin, redirectUris });
  if (known !== undefined && isAlive(db, platform.name, known, ports.clock.now())) {
    const app = await findRegistered(deps, workspaceId, platform.name, endpoints, known.clientId);
    if (app !== null) return app;
  }
  const asker = { workspaceId, accountId: null, platform: platform.name };
  const ask = createTokenAsk(deps, asker, { publicOnly: given.publicOnly });
  const made = await register(ask, {
    endpoints,
    redirectUris: given.redirectUris,
    scopes: given.scopes,
  });
  if (!made.ok) throw new OcmaError(made.code, { platform: platform.card.title });
  const { clientId, clientSecret } = made;
  const place = placeOf(workspaceId, platform.name, endpoints, clientId);
  await vault.ready(place, { create: true });
  db.write(() => {
    db.sql(
      `INSERT INTO registered_app (workspace_id, platform, origin, redirect_uris, client_id, registered_at)
       VALUES (:workspaceId, :platform, :origin, :redirectUris, :clientId, :now)
       ON CONFLICT (workspace_id, platform, origin, redirect_uris) DO UPDATE SET
         client_id = excluded.client_id, registered_at = excluded.registered_at`,
    ).run({
      workspaceId,
      platform: platform.name,
      origin,
      redirectUris,
      clientId,
      now: ports.clock.now(),
    });
    if (clientSecret !== null) vault.seal(place, clientSecret);
  });
  return { clientId, clientSecret };
}

/** A server no longer knows the app: the next connection makes it known again. */
export function forgetRegistered(
  db: Database,
  workspaceId: string,
  platform: string,
  endpoints: Endpoints,
  clientId: string,
): void {
  const { origin } = new URL(endpoints.token);
  db.write(() =>
    db
      .sql(
        `DELETE FROM registered_app WHERE workspace_id = :workspaceId AND platform = :platform AND origin = :origin
         AND client_id = :clientId`,
      )
      .run({ workspaceId, platform, origin, clientId }),
  );
}

function isAlive(db: Database, platform: string, row: RegisteredRow, now: number): boolean {
  if (now - row.registeredAt < forgottenAfterMs) return true;
  return (
    db
      .sql(
        `SELECT 1 FROM account WHERE platform = :platform AND client_id = :clientId AND state = 'connected'`,
      )
      .get({ platform, clientId: row.clientId }) !== undefined
  );
}
