import { createHash, timingSafeEqual } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { OcmaError, errorCodes } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import { flowId } from '../../shared/models/ids.ts';
import { afterReal, stretched } from '../http/deadline.ts';
import type { Platform } from '../platforms/platform.ts';
import type { BrowserSignIn } from '../platforms/sign-in.ts';
import type { BrowserPort } from '../ports.ts';
import type { Words } from '../words.ts';
import { exchangeCode } from './exchange-code.ts';
import type { ExchangeDeps } from './exchange-code.ts';
import {
  findFlowByState,
  flowSecret,
  flowSecretPlace,
  hashOf,
  insertFlow,
  moveFlow,
  readFlow,
  waitingFlows,
} from './flow-rows.ts';
import type { StoredFlow } from './flow-rows.ts';
import { authorizeUrl, firstRedirectUri, parametersOf, redirectRule, withState } from './flow-addresses.ts';
import { listenForRedirect } from './listener.ts';
import type { OnRedirect, RedirectListener } from './listener.ts';
import { areLoopback, effectiveEndpoints, isPractice, resolveApp } from './network-config.ts';

/** Real milliseconds that the user has on the network's page. */
const flowMs = 5 * 60_000;

export interface FlowsDeps extends ExchangeDeps {
  readonly browser: BrowserPort;
  readonly words: Words;
  /** The network of this name; undefined where this version has none. */
  readonly findPlatform: (name: string) => Platform | undefined;
}

interface StartOptions {
  readonly workspaceId: WorkspaceId;
  readonly platform: Platform;
  readonly openBrowser: boolean;
  /** The account that must come back. */
  readonly reconnect?: AccountId | undefined;
  /** A redirect address of the caller's own; then nothing listens here. */
  readonly redirectUri?: string | undefined;
}

/** A flow as it stands, with the address to open and whether this machine listens for the browser. */
export interface FlowView extends StoredFlow {
  readonly listening: boolean;
}

/** Connections under way. One for the process, in its main thread; `stop` frees the ports. */
export interface ConnectionFlows {
  /**
   * Begins to connect an account. Throws `developer_app_missing`, `redirect_port_busy`, `practice_unavailable`,
   * `vault_locked` and `vault_unavailable`. `state` is what `complete` wants back.
   */
  start(options: StartOptions): Promise<{ readonly flow: FlowView; readonly state: string }>;
  /** Throws `not_found`. */
  read(id: string): FlowView;
  /** Ends a flow that still waits; does nothing to others. Throws `not_found`. */
  cancel(id: string): void;
  /** Goes on with the address that the browser ended at. Throws `oauth_state_mismatch` where it belongs to another flow. */
  paste(id: string, address: string): Promise<FlowView>;
  /** Goes on with a code that a script caught. Throws what stands in the way; a flow that is connected already answers again. */
  complete(given: { workspaceId: WorkspaceId; state: string; code: string }): Promise<AccountId>;
  stop(): Promise<void>;
}

export function createFlows(deps: FlowsDeps): ConnectionFlows {
  const { db, vault, words } = deps;
  const { clock, log } = deps.ports;
  const open = new Map<string, { readonly listener: RedirectListener | null; cancelTimer(): void }>();
  const exchanges = new Set<Promise<void>>();

  const told = (flow: Pick<StoredFlow, 'id' | 'workspaceId'>): void =>
    deps.emit({ topic: 'connection_flow', workspaceId: flow.workspaceId, id: flow.id });
  const close = async (id: string): Promise<void> => {
    const entry = open.get(id);
    open.delete(id);
    entry?.cancelTimer();
    await entry?.listener?.close();
  };
  const end = (
    flow: StoredFlow,
    from: 'waiting' | 'exchanging',
    to: Parameters<typeof moveFlow>[3],
  ): boolean => {
    const ended = db.write(() => {
      if (!moveFlow(db, flow.id, from, to)) return false;
      vault.remove({ workspaceId: flow.workspaceId, ownerKind: 'flow', ownerId: flow.id });
      return true;
    });
    void close(flow.id);
    if (ended) told(flow);
    return ended;
  };
  const found = (id: string): StoredFlow => {
    const flow = readFlow(db, id);
    if (flow === undefined) throw new OcmaError('not_found', { what: 'connection' });
    if (flow.status !== 'waiting' || flow.expiresAt > clock.now()) return flow;
    end(flow, 'waiting', { status: 'expired' });
    return readFlow(db, id) ?? flow;
  };
  const view = (flow: StoredFlow): FlowView => ({
    ...flow,
    authorizeUrl: withState(flow.authorizeUrl, stateOf(deps, flow)),
    listening: open.get(flow.id)?.listener !== null && open.has(flow.id),
  });

  /** Takes a redirect to its end; the first one wins. */
  const finish = async (flow: StoredFlow, redirect: URLSearchParams): Promise<void> => {
    if (!moveFlow(db, flow.id, 'waiting', { status: 'exchanging' })) return;
    void close(flow.id);
    told(flow);
    let problemCode: ErrorCode;
    try {
      const platform = platformOf(deps, flow);
      const result = await exchangeCode(deps, flow, platform, redirect);
      if (result.ok) {
        told(flow);
        deps.emit({ topic: 'account', workspaceId: flow.workspaceId, id: result.accountId });
        return;
      }
      problemCode = result.code;
    } catch (error) {
      log.error({ flow: flow.id, error }, 'connecting an account failed');
      problemCode = 'internal';
    }
    end(flow, 'exchanging', { status: 'failed', problemCode });
  };
  const finishing = (flow: StoredFlow, redirect: URLSearchParams): Promise<void> => {
    const exchange = finish(flow, redirect).finally(() => exchanges.delete(exchange));
    exchanges.add(exchange);
    return exchange;
  };
  const onRedirect =
    (id: string, stateHash: string): OnRedirect =>
    (parameters) => {
      const flow = readFlow(db, id);
      const ours = flow?.status === 'waiting' && sameHash(hashOf(parameters.get('state') ?? ''), stateHash);
      if (flow === undefined || !ours) return { status: 400, page: page(words, 'stale') };
      void finishing(flow, parameters);
      return { status: 200, page: page(words, parameters.has('error') ? 'denied' : 'done') };
    };

  return {
    async start(options) {
      const { workspaceId, platform } = options;
      const { signIn } = platform;
      if (signIn.kind !== 'browser') throw new OcmaError('invalid_input', { field: 'platform' });
      const { endpoints, custom } = effectiveEndpoints({ db, host: deps.ports.host }, workspaceId, platform);
      if (isPractice(db, workspaceId) && !(custom && areLoopback(endpoints)))
        throw new OcmaError('practice_unavailable');
      const app = await resolveApp({ db, vault, host: deps.ports.host }, workspaceId, platform, endpoints);
      if (app === null) throw new OcmaError('developer_app_missing', { platform: platform.card.title });
      const id = flowId.parse(deps.newId('flow'));
      await vault.ready({ workspaceId, ownerKind: 'flow' }, { create: true });
      const state = oauth.generateRandomState();
      const verifier = oauth.generateRandomCodeVerifier();
      const rule = redirectRule(platform, signIn, endpoints);
      const listener =
        options.redirectUri === undefined && rule.kind === 'loopback'
          ? await listen(options, rule.ports, () => listenForRedirect(rule, onRedirect(id, hashOf(state))))
          : null;
      const redirectUri = options.redirectUri ?? listener?.redirectUri ?? firstRedirectUri(rule);
      const createdAt = clock.now();
      const flow: StoredFlow = {
        id,
        workspaceId,
        platform: platform.name,
        redirectUri,
        authorizeUrl: authorizeUrl(signIn, endpoints.authorize, {
          clientId: app.clientId,
          redirectUri,
          codeChallenge: await challengeOf(verifier, signIn.pkce),
        }),
        clientId: app.clientId,
        endpoints,
        reconnect: options.reconnect ?? null,
        status: 'waiting',
        accountId: null,
        problemCode: null,
        createdAt,
        expiresAt: createdAt + stretched(clock, flowMs),
      };
      try {
        db.write(() => {
          insertFlow(db, { ...flow, stateHash: hashOf(state) });
          vault.seal(flowSecretPlace(flow), JSON.stringify({ state, verifier }));
        });
      } catch (error) {
        await listener?.close();
        throw error;
      }
      const cancelTimer = afterReal(clock, flowMs, () => end(flow, 'waiting', { status: 'expired' }));
      open.set(id, { listener, cancelTimer });
      told(flow);
      const shown = view(flow);
      if (options.openBrowser && deps.browser.available) {
        // The address is on the screen too, so a browser that does not open is no failure.
        await deps.browser.open(shown.authorizeUrl).catch((error: unknown) => {
          log.warn({ error }, 'the browser could not be opened');
        });
      }
      return { flow: shown, state };
    },
    read: (id) => view(found(id)),
    cancel(id) {
      end(found(id), 'waiting', { status: 'cancelled' });
    },
    async paste(id, address) {
      const flow = found(id);
      const parameters = parametersOf(address);
      const state = parameters.get('state');
      if (state === null || findFlowByState(db, state)?.id !== id) throw mismatch();
      if (flow.status === 'waiting') await finishing(flow, parameters);
      return view(found(id));
    },
    async complete({ workspaceId, state, code }) {
      const flow = findFlowByState(db, state);
      if (flow === undefined || flow.workspaceId !== workspaceId) throw mismatch();
      if (found(flow.id).status === 'waiting') await finishing(flow, new URLSearchParams({ code, state }));
      else await Promise.all(exchanges);
      return connectedOrThrow(deps, found(flow.id));
    },
    async stop() {
      await Promise.all([...open.keys()].map(close));
      await Promise.all(exchanges);
    },
  };

  /** Listens; where all ports are taken by flows that nobody finished, the oldest one gives way. */
  async function listen(
    { workspaceId, platform, openBrowser }: StartOptions,
    wanted: readonly number[],
    attempt: () => Promise<RedirectListener | null>,
  ): Promise<RedirectListener | null> {
    const listener = await attempt();
    if (listener !== null) return listener;
    const oldest = waitingFlows(db, workspaceId, platform.name).find((flow) => open.get(flow.id)?.listener);
    if (oldest !== undefined) {
      const freed = close(oldest.id);
      end(oldest, 'waiting', { status: 'cancelled' });
      await freed;
      const again = await attempt();
      if (again !== null) return again;
    }
    // Without a browser of its own the user pastes the address, and nothing needs to listen.
    if (!openBrowser || !deps.browser.available) return null;
    const ports = wanted.join(', ');
    throw new OcmaError('redirect_port_busy', { platform: platform.card.title, ports });
  }
}

/** RFC 7636, section 4.2; or the digest in hexadecimal, as TikTok wants it. */
async function challengeOf(verifier: string, pkce: BrowserSignIn['pkce']): Promise<string> {
  return pkce === 'S256_hex'
    ? createHash('sha256').update(verifier).digest('hex')
    : await oauth.calculatePKCECodeChallenge(verifier);
}

function stateOf({ vault }: FlowsDeps, flow: StoredFlow): string | null {
  if (flow.status !== 'waiting') return null;
  const sealed = vault.open(flowSecretPlace(flow));
  return sealed === null ? null : flowSecret.parse(JSON.parse(sealed)).state;
}

function connectedOrThrow(deps: FlowsDeps, flow: StoredFlow): AccountId {
  const platform = deps.findPlatform(flow.platform)?.card.title ?? flow.platform;
  switch (flow.status) {
    case 'connected':
      if (flow.accountId !== null) return flow.accountId;
      throw new OcmaError('internal');
    case 'cancelled':
      throw new OcmaError('oauth_cancelled');
    case 'expired':
      throw new OcmaError('oauth_expired');
    case 'failed':
    case 'waiting':
    case 'exchanging':
      throw new OcmaError(problemOf(flow), { platform });
  }
}

function problemOf(flow: StoredFlow): ErrorCode {
  return errorCodes.find((code) => code === flow.problemCode) ?? 'oauth_failed';
}

function platformOf(deps: FlowsDeps, flow: StoredFlow): Platform {
  const platform = deps.findPlatform(flow.platform);
  if (platform === undefined) throw new OcmaError('unknown_platform', { platform: flow.platform });
  return platform;
}

function page(words: Words, which: 'done' | 'denied' | 'stale') {
  return { title: words(`accounts.landing.${which}.title`), text: words(`accounts.landing.${which}.text`) };
}

function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function mismatch(): OcmaError {
  return new OcmaError('oauth_state_mismatch');
}
