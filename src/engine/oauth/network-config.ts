import { OcmaError } from '../../shared/errors.ts';
import { endpoints as endpointsSchema } from '../../shared/models/account.ts';
import type { Endpoints } from '../../shared/models/account.ts';
import type { Database } from '../db/database.ts';
import { isLoopback, isSafeAddress } from '../http/address.ts';
import type { Platform } from '../platforms/platform.ts';
import type { TokenBroker } from '../platforms/sign-in.ts';
import type { EndpointName, HostFacts, Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import type { SecretPlace } from '../vault/place.ts';
import { findRegistered } from './registered-app.ts';

/** Where a network is spoken to from now on, and whether that is not the network's own place. */
export interface EffectiveEndpoints {
  readonly endpoints: Endpoints;
  readonly custom: boolean;
}

export interface ConfigDeps {
  readonly db: Database;
  readonly vault: Vault;
  readonly host: Pick<HostFacts, 'endpoints' | 'developerApps'>;
  /** A hosted app that stands in where the user has none. */
  readonly broker?: TokenBroker | undefined;
}

/** What finding an app needs, of what everything here is given. */
export function configOf({
  db,
  vault,
  ports,
}: {
  readonly db: Database;
  readonly vault: Vault;
  readonly ports: Pick<Ports, 'host' | 'tokenBroker'>;
}): ConfigDeps {
  return { db, vault, host: ports.host, broker: ports.tokenBroker };
}

const endpointNames = [
  'authorize',
  'token',
  'revoke',
  'api',
  'upload',
] as const satisfies readonly EndpointName[];

/** A workspace's own endpoints, else the host's (`OCMA_ENDPOINTS`), else the network's. Throws `invalid_input` for an unsafe address. */
export function effectiveEndpoints(
  deps: { readonly db: Database; readonly host: Pick<HostFacts, 'endpoints'> },
  workspaceId: string,
  platform: Platform,
): EffectiveEndpoints {
  const own = readOverride(deps.db, workspaceId, platform.name);
  return withOverride(platform, own ?? deps.host.endpoints[platform.name] ?? {});
}

/** The network's endpoints with some replaced. Throws `invalid_input` for an address that no secret may be sent to. */
export function withOverride(
  platform: Platform,
  override: { readonly [Name in EndpointName]?: string | undefined },
): EffectiveEndpoints {
  const merged = endpointsSchema.safeParse(
    Object.fromEntries(endpointNames.map((name) => [name, override[name] ?? platform.endpoints[name]])),
  );
  if (!merged.success) throw new OcmaError('invalid_input', { field: 'endpoints' });
  for (const name of endpointNames) {
    if (!isSafeAddress(new URL(merged.data[name]))) {
      throw new OcmaError(
        'invalid_input',
        { field: name },
        { details: { field: name, reason: 'https_or_loopback' } },
      );
    }
  }
  const custom = endpointNames.some((name) => merged.data[name] !== platform.endpoints[name]);
  return { endpoints: merged.data, custom };
}

/** The stored override of a workspace, or null. */
function readOverride(
  db: Database,
  workspaceId: string,
  platform: string,
): Partial<Record<EndpointName, string | undefined>> | null {
  const row = db
    .sql<{ endpoints: string }>(
      `SELECT endpoints FROM endpoint_override WHERE workspace_id = :workspaceId AND platform = :platform`,
    )
    .get({ workspaceId, platform });
  return row === undefined ? null : endpointsSchema.partial().parse(JSON.parse(row.endpoints));
}

/** True where nothing sent to these endpoints leaves the machine. */
export function areLoopback(endpoints: Endpoints): boolean {
  return endpointNames.every((name) => isLoopback(new URL(endpoints[name])));
}

/** True for the workspace that talks to the practice network only. */
export function isPractice(db: Database, workspaceId: string): boolean {
  const row = db
    .sql<{ kind: string }>(`SELECT kind FROM workspace WHERE id = :workspaceId`)
    .get({ workspaceId });
  return row?.kind === 'practice';
}

/**
 * The places that an account's tokens may be sent to, as one text: it is bound into their seal, so that tokens do not
 * open for an account whose endpoints were changed behind the app's back. The practice network may move between ports.
 */
export function originOf(practice: boolean, endpoints: Endpoints): string {
  if (practice) return 'practice';
  const origins = [endpoints.token, endpoints.revoke, endpoints.api, endpoints.upload].map(
    (endpoint) => new URL(endpoint).origin,
  );
  return [...new Set(origins)].sort().join(' ');
}

/** The app that OCMA is at a network. */
export interface ResolvedApp {
  readonly clientId: string;
  /** Null for a public client (RFC 6749, section 2.1). */
  readonly clientSecret: string | null;
  /** The app is a broker's, which exchanges and renews its tokens. */
  readonly brokered?: boolean;
  /** Where the broker's app is sent back to; null where it follows the network's rule. */
  readonly redirectUri?: string | null;
}

/** Where a developer app's secret is kept. It opens only for the token endpoint's origin that it was saved for. */
export function clientSecretPlace(workspaceId: string, platform: string, endpoints: Endpoints): SecretPlace {
  const origin = new URL(endpoints.token).origin;
  return { workspaceId, ownerKind: 'developer_app', ownerId: platform, name: 'client_secret', origin };
}

/**
 * The workspace's saved app, else one that OCMA registered (by `clientId` alone), else the host's (`OCMA_X_CLIENT_ID`), else a broker's,
 * else, where the endpoints are on this machine, the platform's id for that; null where there is none. With `clientId` only
 * an app of that id. Throws `vault_locked`.
 */
export async function resolveApp(
  deps: ConfigDeps,
  workspaceId: string,
  platform: Platform,
  endpoints: Endpoints,
  clientId?: string,
): Promise<ResolvedApp | null> {
  const fits = (candidate: string): boolean => clientId === undefined || clientId === candidate;
  const saved = deps.db
    .sql<{ clientId: string }>(
      `SELECT client_id AS clientId FROM developer_app WHERE workspace_id = :workspaceId AND platform = :platform`,
    )
    .get({ workspaceId, platform: platform.name });
  if (saved !== undefined && fits(saved.clientId)) {
    const place = clientSecretPlace(workspaceId, platform.name, endpoints);
    if (!hasSecret(deps.db, place)) return { clientId: saved.clientId, clientSecret: null };
    await deps.vault.ready(place);
    return { clientId: saved.clientId, clientSecret: deps.vault.open(place) };
  }
  const registered =
    clientId === undefined
      ? null
      : await findRegistered(deps, workspaceId, platform.name, endpoints, clientId);
  return registered ?? outsideApp(deps, workspaceId, platform, endpoints, clientId);
}

/** What stands in for a secret on this machine, at networks that take no app without one. */
const loopbackSecret = 'ocma-loopback-secret';

/** The app that is there without the workspace having saved one; null where there is none. Needs no vault. */
export function outsideApp(
  deps: Pick<ConfigDeps, 'db' | 'host' | 'broker'>,
  workspaceId: string,
  platform: Platform,
  endpoints: Endpoints,
  clientId?: string,
): ResolvedApp | null {
  const given = deps.host.developerApps[platform.name];
  // The practice network is never sent a real app's secret.
  if (
    given !== undefined &&
    (clientId ?? given.clientId) === given.clientId &&
    !isPractice(deps.db, workspaceId)
  ) {
    return { clientId: given.clientId, clientSecret: given.clientSecret ?? null };
  }
  const hosted = isPractice(deps.db, workspaceId) ? null : (deps.broker?.appOf(platform.name) ?? null);
  if (hosted !== null && (clientId ?? hosted.clientId) === hosted.clientId)
    return { ...hosted, clientSecret: null, brokered: true };
  const onThisMachine = areLoopback(endpoints);
  const clientSecret = onThisMachine && platform.card.clientSecret === 'required' ? loopbackSecret : null;
  if (clientId !== undefined) return { clientId, clientSecret };
  if (!onThisMachine || platform.signIn.kind !== 'browser') return null;
  return { clientId: platform.signIn.loopbackClientId, clientSecret };
}

/** Whether a developer app's secret is stored, without opening it. */
export function hasSecret(
  db: Database,
  { workspaceId, ownerKind, ownerId, name }: Omit<SecretPlace, 'origin'>,
): boolean {
  const row = db
    .sql(
      `SELECT 1 FROM secret WHERE workspace_id = :workspaceId AND owner_kind = :ownerKind AND owner_id = :ownerId AND name = :name`,
    )
    .get({ workspaceId, ownerKind, ownerId, name });
  return row !== undefined;
}
