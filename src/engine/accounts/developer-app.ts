import type { accountsContract } from '../../shared/contract/accounts.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { ConnectionCheck, DeveloperApp } from '../../shared/models/account.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import { firstRedirectUri, redirectRule, redirectUris } from '../oauth/flow-addresses.ts';
import {
  clientSecretPlace,
  configOf,
  effectiveEndpoints,
  hasSecret,
  outsideApp,
  resolveApp,
} from '../oauth/network-config.ts';
import type { EffectiveEndpoints } from '../oauth/network-config.ts';
import { createTokenEndpoint } from '../oauth/token-endpoint.ts';
import type { TokenReply } from '../platforms/sign-in.ts';
import type { Platform } from '../platforms/platform.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import type { AccountsDeps } from './accounts-deps.ts';
import { isFine } from './check-line.ts';
import type { CheckLine } from './check-line.ts';

type Procedures = typeof accountsContract;

/** The app as the screens show it: the workspace's own, else one from outside, whose `updatedAt` is 0. */
export function readDeveloperApp(
  deps: AccountsDeps,
  { workspaceId }: Caller,
  input: ProcedureInput<Procedures['developerApp']>,
): { app: DeveloperApp | null; endpoints: EffectiveEndpoints['endpoints']; customEndpoints: boolean } {
  const platform = deps.platformOf(input.platform);
  const { endpoints, custom } = endpointsOf(deps, workspaceId, platform);
  const saved = savedApp(deps, workspaceId, platform);
  const outside = saved === null ? outsideApp(configOf(deps), workspaceId, platform, endpoints) : null;
  const app =
    saved ??
    (outside === null
      ? null
      : {
          platform: platform.name,
          clientId: outside.clientId,
          hasSecret: outside.clientSecret !== null,
          updatedAt: 0,
        });
  return { app, endpoints, customEndpoints: custom };
}

/** Throws `invalid_input` where the network wants a secret and there is none, `vault_locked` and `vault_unavailable`. */
export async function saveDeveloperApp(
  deps: AccountsDeps,
  { workspaceId }: Caller,
  input: ProcedureInput<Procedures['saveDeveloperApp']>,
): Promise<DeveloperApp> {
  const { db, vault } = deps;
  const platform = deps.platformOf(input.platform);
  const { endpoints } = endpointsOf(deps, workspaceId, platform);
  const place = clientSecretPlace(workspaceId, platform.name, endpoints);
  const { clientId, clientSecret } = input;
  const kept = clientSecret === undefined ? hasSecret(db, place) : clientSecret !== '';
  if (platform.card.clientSecret === 'required' && !kept)
    throw new OcmaError('invalid_input', { what: 'client secret' });
  if (clientSecret !== undefined && clientSecret !== '') await vault.ready(place, { create: true });
  const now = deps.ports.clock.now();
  db.write(() => {
    db.sql(
      `INSERT INTO developer_app (workspace_id, platform, client_id, updated_at) VALUES (:workspaceId, :platform, :clientId, :now)
       ON CONFLICT (workspace_id, platform) DO UPDATE SET client_id = excluded.client_id, updated_at = excluded.updated_at`,
    ).run({ workspaceId, platform: platform.name, clientId, now });
    if (clientSecret === '') vault.remove(place, place.name);
    else if (clientSecret !== undefined) vault.seal(place, clientSecret);
    deps.changed({ topic: 'settings', workspaceId, id: null });
  });
  return { platform: platform.name, clientId, hasSecret: kept, updatedAt: now };
}

/** Asks for tokens with a code that nobody issued: an unknown app and an unknown code are refused differently. */
export async function testDeveloperApp(
  deps: AccountsDeps,
  { workspaceId }: Caller,
  input: ProcedureInput<Procedures['testDeveloperApp']>,
): Promise<ConnectionCheck> {
  const platform = deps.platformOf(input.platform);
  const { signIn } = platform;
  if (signIn.kind !== 'browser') throw new OcmaError('invalid_input', { what: 'platform' });
  const { endpoints } = endpointsOf(deps, workspaceId, platform);
  const app = await resolveApp(configOf(deps), workspaceId, platform, endpoints);
  if (app === null) throw new OcmaError('developer_app_missing', { platform: platform.card.title });
  const endpoint = createTokenEndpoint(deps, {
    workspaceId,
    accountId: null,
    platform,
    endpoints,
    ...app,
  });
  const reply = await endpoint.probe(firstRedirectUri(redirectRule(platform, signIn, endpoints)));
  const lines = [line(deps, platform, verdictOf(reply, app.clientSecret !== null))];
  const addresses = redirectUris(platform);
  if (addresses.length > 0) {
    const text = deps.words('accounts.app.addresses.text', { addresses: addresses.join(', ') });
    lines.push({ id: 'addresses', about: 'sign_in', status: 'ok', text, fix: null });
  }
  return { at: deps.ports.clock.now(), ok: isFine(lines), lines };
}

type Verdict = 'known' | 'unknown' | 'secret' | 'unclear' | 'unreachable' | 'trouble';

function verdictOf(reply: TokenReply, withSecret: boolean): Verdict {
  switch (reply.kind) {
    case 'issued':
      return 'unclear';
    case 'lost':
    case 'not_sent':
      return 'unreachable';
    case 'unavailable':
      return reply.status >= 500 || reply.status === 429 ? 'trouble' : 'unclear';
    case 'refused': {
      const unknown = withSecret ? 'secret' : 'unknown';
      if (reply.error === 'invalid_client' || reply.error === 'unauthorized_client') return unknown;
      // Networks that have one error for everything name what was wrong.
      if (reply.error === 'invalid_request' && /client/i.test(reply.description)) return unknown;
      return reply.error === 'invalid_grant' || reply.error === 'invalid_request' ? 'known' : 'unclear';
    }
  }
}

function line({ words }: AccountsDeps, platform: Platform, verdict: Verdict): CheckLine {
  const network = platform.card.title;
  const text = words(`accounts.app.${verdict}.text`, { network });
  if (verdict === 'known') return { id: 'app', about: 'sign_in', status: 'ok', text, fix: null };
  const status = verdict === 'unclear' || verdict === 'trouble' ? 'warning' : 'problem';
  const fix = words(`accounts.app.${verdict}.fix`, { network });
  return { id: 'app', about: 'sign_in', status, text, fix };
}

function savedApp({ db }: AccountsDeps, workspaceId: WorkspaceId, platform: Platform): DeveloperApp | null {
  const row = db
    .sql<{ clientId: string; updatedAt: number }>(
      `SELECT client_id AS clientId, updated_at AS updatedAt FROM developer_app
       WHERE workspace_id = :workspaceId AND platform = :platform`,
    )
    .get({ workspaceId, platform: platform.name });
  if (row === undefined) return null;
  const position = {
    workspaceId,
    ownerKind: 'developer_app',
    ownerId: platform.name,
    name: 'client_secret',
  } as const;
  return { platform: platform.name, ...row, hasSecret: hasSecret(db, position) };
}

function endpointsOf(deps: AccountsDeps, workspaceId: WorkspaceId, platform: Platform): EffectiveEndpoints {
  return effectiveEndpoints({ db: deps.db, host: deps.ports.host }, workspaceId, platform);
}
