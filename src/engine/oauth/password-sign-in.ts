import * as oauth from 'oauth4webapi';
import { OcmaError, errorCodes } from '../../shared/errors.ts';
import { flowId } from '../../shared/models/ids.ts';
import { stretched } from '../http/deadline.ts';
import { codeOf } from './exchange-code.ts';
import type { FlowLife, FlowsDeps, FlowView } from './flow-life.ts';
import { flowMs, hashOf, insertFlow } from './flow-rows.ts';
import { keepSignIn } from './keep-sign-in.ts';
import { locate } from './prepare-sign-in.ts';
import type { Wanted } from './prepare-sign-in.ts';
import { createTokenEndpoint } from './token-endpoint.ts';

/** What a user signs in by where no browser takes part. */
export interface PasswordOptions extends Wanted {
  readonly identifier: string;
  readonly password: string;
  /** The code that a first try asked for. */
  readonly factor?: string | undefined;
}

/**
 * Signs in by a name and a password for apps, which are kept nowhere; null where a code that was sent to the user is
 * wanted too. Throws `sign_in_refused`, what `locate` throws, and what the vault does.
 */
export async function signInByPassword(
  deps: FlowsDeps,
  life: FlowLife,
  options: PasswordOptions,
): Promise<FlowView | null> {
  const { db, vault } = deps;
  const { clock } = deps.ports;
  const { workspaceId, platform, identifier, password, factor = null } = options;
  if (platform.signIn.kind !== 'password') throw new OcmaError('invalid_input', { what: 'platform' });
  const place = await locate(deps, options);
  await vault.ready({ workspaceId, ownerKind: 'flow' }, { create: true });
  const app = { clientId: '', clientSecret: null };
  const accountId = options.reconnect ?? null;
  const party = { workspaceId, accountId, platform, endpoints: place.endpoints, ...app };
  const reply = await createTokenEndpoint(deps, party).signIn({ identifier, password, factor });
  const named = { platform: platform.card.title };
  if (reply.kind === 'refused' && reply.error === 'needs_factor') return null;
  if (reply.kind === 'refused')
    throw new OcmaError(errorCodes.find((code) => code === reply.error) ?? 'sign_in_refused', named);
  if (reply.kind !== 'issued') throw new OcmaError(codeOf(reply), named);
  const createdAt = clock.now();
  const flow = db.write(() =>
    insertFlow(db, {
      id: flowId.parse(deps.newId('flow')),
      workspaceId,
      platform: platform.name,
      stateHash: hashOf(oauth.generateRandomState()),
      redirectUri: '',
      authorizeUrl: '',
      clientId: app.clientId,
      endpoints: place.endpoints,
      customEndpoints: place.custom,
      scopes: [...place.scopes],
      reconnect: accountId,
      status: 'exchanging',
      createdAt,
      expiresAt: createdAt + stretched(clock, flowMs),
    }),
  );
  const result = await keepSignIn(deps, flow, platform, reply.tokens);
  if (!result.ok) {
    life.end(flow, 'exchanging', { status: 'failed', problemCode: result.code });
    throw new OcmaError(result.code, named);
  }
  life.kept(flow, result);
  return life.view(life.found(flow.id));
}
