import { OcmaError } from '../../shared/errors.ts';
import { endpoints as endpointsSchema } from '../../shared/models/account.ts';
import type { Endpoints } from '../../shared/models/account.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Platform } from '../platforms/platform.ts';
import type { RedirectRule } from '../platforms/sign-in.ts';
import type { ExchangeDeps } from './exchange-code.ts';
import { firstRedirectUri, redirectRule, ruleOfBroker } from './flow-addresses.ts';
import { areLoopback, configOf, effectiveEndpoints, isPractice, resolveApp } from './network-config.ts';
import type { EffectiveEndpoints, ResolvedApp } from './network-config.ts';
import { isPublicAddress } from './public-address.ts';
import { registerApp } from './registered-app.ts';
import { createTokenAsk } from './token-ask.ts';

/** What a user asks to sign in to. */
export interface Wanted {
  readonly workspaceId: WorkspaceId;
  readonly platform: Platform;
  /** What the user typed to name the server, where the network has many. */
  readonly server?: string | undefined;
  /** The account that must come back. */
  readonly reconnect?: AccountId | undefined;
}

/** Where to sign in, and what for. */
export interface Place extends EffectiveEndpoints {
  readonly scopes: readonly string[];
}

/**
 * Finds where to sign in: the endpoints that were set, else the server that the user named, else the network's own. Throws
 * `practice_unavailable`, `invalid_input` where a server must be named, `server_not_found`, and what stands in the way of asking.
 */
export async function locate(deps: ExchangeDeps, wanted: Wanted): Promise<Place> {
  const { db, ports } = deps;
  const { workspaceId, platform, reconnect } = wanted;
  const { scopes, server: rule } = platform.signIn;
  const effective = effectiveEndpoints({ db, host: ports.host }, workspaceId, platform);
  if (isPractice(db, workspaceId) && !(effective.custom && areLoopback(effective.endpoints)))
    throw new OcmaError('practice_unavailable');
  if (rule === undefined || effective.custom) return { ...effective, scopes };
  const named = wanted.server?.trim() ?? '';
  const known = named === '' && reconnect !== undefined ? endpointsOf(deps, reconnect) : null;
  if (known !== null) return { endpoints: known, custom: false, scopes };
  const typed = named === '' ? rule.usual : named;
  if (typed === null) throw new OcmaError('invalid_input', { what: 'server' });
  const asker = { workspaceId, accountId: null, platform: platform.name };
  const found = await rule.locate(createTokenAsk(deps, asker, { publicOnly: true }), typed);
  const about = { platform: platform.card.title, server: typed, example: rule.example };
  if (!found.ok) throw new OcmaError(found.code === 'not_found' ? 'server_not_found' : found.code, about);
  const endpoints = endpointsSchema.safeParse(found.endpoints);
  if (!endpoints.success || !(await arePublic(deps, endpoints.data)))
    throw new OcmaError('server_not_found', about);
  return { endpoints: endpoints.data, custom: false, scopes: found.scopes ?? scopes };
}

/** How the browser comes back, as which app. */
export interface BrowserPlan {
  readonly app: ResolvedApp;
  readonly rule: RedirectRule;
}

/** The app to sign in as, made known to the server where it takes apps by itself. Throws `developer_app_missing`. */
export async function planBrowser(
  deps: ExchangeDeps,
  { workspaceId, platform }: Wanted,
  { endpoints, custom, scopes }: Place,
  ownRedirectUri: string | undefined,
): Promise<BrowserPlan> {
  const { signIn } = platform;
  if (signIn.kind !== 'browser') throw new OcmaError('invalid_input', { what: 'platform' });
  const rule = redirectRule(platform, signIn, endpoints);
  const registered = await registerApp(deps, {
    workspaceId,
    platform,
    endpoints,
    scopes,
    redirectUris: ownRedirectUri === undefined ? addressesOf(rule) : [ownRedirectUri],
    publicOnly: !custom,
  });
  const app: ResolvedApp | null =
    registered ?? (await resolveApp(configOf(deps), workspaceId, platform, endpoints));
  if (app === null) throw new OcmaError('developer_app_missing', { platform: platform.card.title });
  return { app, rule: ruleOfBroker(rule, app.redirectUri ?? null, endpoints) };
}

function addressesOf(rule: RedirectRule): readonly string[] {
  if (rule.kind === 'intercept' || rule.ports.length === 0) return [firstRedirectUri(rule)];
  return rule.ports.map((port) => `http://${rule.host}:${port}${rule.path}`);
}

/** The server of an account that is connected again; null where it was connected through addresses that no longer hold. */
function endpointsOf({ db }: ExchangeDeps, accountId: AccountId): Endpoints | null {
  const row = db
    .sql<{ endpoints: string }>(
      `SELECT endpoints FROM account WHERE id = :accountId AND custom_endpoints = 0`,
    )
    .get({ accountId });
  return row === undefined ? null : endpointsSchema.parse(JSON.parse(row.endpoints));
}

async function arePublic({ resolveName }: ExchangeDeps, endpoints: Endpoints): Promise<boolean> {
  const all = await Promise.all(
    Object.values(endpoints).map((each) => isPublicAddress(new URL(each), resolveName)),
  );
  return all.every(Boolean);
}
