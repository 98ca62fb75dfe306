import { createHash } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { OcmaError } from '../../shared/errors.ts';
import { flowId } from '../../shared/models/ids.ts';
import { afterReal, stretched } from '../http/deadline.ts';
import type { BrowserSignIn } from '../platforms/sign-in.ts';
import { intercept, listen, onRedirect } from './await-redirect.ts';
import { authorizeUrl, firstRedirectUri } from './flow-addresses.ts';
import type { FlowLife, FlowsDeps, FlowView } from './flow-life.ts';
import { flowMs, hashOf, insertFlow } from './flow-rows.ts';
import type { StoredFlow } from './flow-rows.ts';
import { sealFlowSecret } from './flow-secrets.ts';
import { listenForRedirect } from './listener.ts';
import { locate, planBrowser } from './prepare-sign-in.ts';
import type { Wanted } from './prepare-sign-in.ts';

/** What a connection on the network's consent page begins with. */
export interface StartOptions extends Wanted {
  readonly openBrowser: boolean;
  /** A redirect address of the caller's own; then nothing listens here. */
  readonly redirectUri?: string | undefined;
}

/** Begins to connect an account on the network's consent page. Throws what `ConnectionFlows.start` does. */
export async function startInBrowser(
  deps: FlowsDeps,
  life: FlowLife,
  options: StartOptions,
): Promise<{ readonly flow: FlowView; readonly state: string }> {
  const { db, vault, browser } = deps;
  const { clock, log } = deps.ports;
  const { workspaceId, platform } = options;
  const { signIn } = platform;
  if (signIn.kind !== 'browser') throw new OcmaError('invalid_input', { what: 'platform' });
  const place = await locate(deps, options);
  await vault.ready({ workspaceId, ownerKind: 'flow' }, { create: true });
  const { app, rule } = await planBrowser(deps, options, place, options.redirectUri);
  const id = flowId.parse(deps.newId('flow'));
  const state = oauth.generateRandomState();
  const stateHash = hashOf(state);
  const verifier = oauth.generateRandomCodeVerifier();
  const listener =
    options.redirectUri === undefined && rule.kind === 'loopback'
      ? await listen(deps, life, options, rule.ports, () =>
          listenForRedirect(rule, onRedirect(deps, life, id, stateHash)),
        )
      : null;
  const redirectUri = options.redirectUri ?? listener?.redirectUri ?? firstRedirectUri(rule);
  const createdAt = clock.now();
  let flow: StoredFlow;
  try {
    const address = authorizeUrl(signIn, place.endpoints.authorize, {
      clientId: app.clientId,
      redirectUri,
      codeChallenge: await challengeOf(verifier, signIn.pkce),
      scopes: place.scopes,
    });
    flow = db.write(() => {
      const inserted = insertFlow(db, {
        id,
        workspaceId,
        platform: platform.name,
        stateHash,
        redirectUri,
        authorizeUrl: address,
        clientId: app.clientId,
        endpoints: place.endpoints,
        customEndpoints: place.custom,
        scopes: [...place.scopes],
        reconnect: options.reconnect ?? null,
        status: 'waiting',
        createdAt,
        expiresAt: createdAt + stretched(clock, flowMs),
      });
      sealFlowSecret(vault, inserted, { state, verifier });
      return inserted;
    });
  } catch (error) {
    await listener?.close();
    throw error;
  }
  const caught =
    rule.kind === 'intercept' && options.redirectUri === undefined && options.openBrowser ? rule : null;
  const window = caught !== null && browser.intercept !== undefined ? new AbortController() : null;
  const cancelTimer = afterReal(clock, flowMs, () => life.end(flow, 'waiting', { status: 'expired' }));
  life.open.hold(id, { listener, window, cancelTimer });
  life.changed(flow);
  const shown = life.view(flow);
  if (window !== null && caught !== null) {
    const route = { ...caught, signal: window.signal };
    void life.inBackground(intercept(deps, life, flow, stateHash, route));
  } else if (options.openBrowser && browser.available) {
    // The address is on the screen too, so a browser that does not open is no failure.
    await browser.open(shown.authorizeUrl).catch((error: unknown) => {
      log.warn({ error }, 'the browser could not be opened');
    });
  }
  return { flow: shown, state };
}

/** RFC 7636, section 4.2; or the digest in hexadecimal, as TikTok wants it. */
async function challengeOf(verifier: string, pkce: BrowserSignIn['pkce']): Promise<string> {
  return pkce === 'S256_hex'
    ? createHash('sha256').update(verifier).digest('hex')
    : await oauth.calculatePKCECodeChallenge(verifier);
}
