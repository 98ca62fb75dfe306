import { createHash, timingSafeEqual } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { OcmaError, errorCodes, isOcmaError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import { flowId } from '../../shared/models/ids.ts';
import { afterReal, stretched } from '../http/deadline.ts';
import type { Platform } from '../platforms/platform.ts';
import type { BrowserSignIn } from '../platforms/sign-in.ts';
import type { BrowserPort } from '../ports.ts';
import type { Words } from '../words.ts';
import { signedIn } from './candidates.ts';
import type { SignedIn } from './candidates.ts';
import { codeOf, exchangeCode } from './exchange-code.ts';
import type { ExchangeDeps } from './exchange-code.ts';
import {
  findFlowByState,
  flowSecret,
  flowSecretPlace,
  hashOf,
  insertFlow,
  moveFlow,
  readFlow,
  signedInPlace,
  waitingFlows,
} from './flow-rows.ts';
import type { NextStatus, StoredFlow } from './flow-rows.ts';
import { authorizeUrl, firstRedirectUri, parametersOf, withState } from './flow-addresses.ts';
import { choiceMs, connectAccounts, discardTokens, keepSignIn } from './keep-sign-in.ts';
import type { KeepResult } from './keep-sign-in.ts';
import { listenForRedirect } from './listener.ts';
import type { OnRedirect, RedirectListener } from './listener.ts';
import { locate, planBrowser } from './prepare-sign-in.ts';
import type { Wanted } from './prepare-sign-in.ts';
import { createTokenEndpoint } from './token-endpoint.ts';

/** Real milliseconds that the user has on the network's page. */
const flowMs = 5 * 60_000;

export interface FlowsDeps extends ExchangeDeps {
  readonly browser: BrowserPort;
  readonly words: Words;
  /** The network of this name; undefined where this version has none. */
  readonly findPlatform: (name: string) => Platform | undefined;
}

interface StartOptions extends Wanted {
  readonly openBrowser: boolean;
  /** A redirect address of the caller's own; then nothing listens here. */
  readonly redirectUri?: string | undefined;
}

interface PasswordOptions extends Wanted {
  readonly identifier: string;
  readonly password: string;
  /** The code that a first try asked for. */
  readonly factor?: string | undefined;
}

/** A flow as it stands, with the address to open and whether this machine waits for the browser to come back by itself. */
export interface FlowView extends StoredFlow {
  readonly listening: boolean;
}

/** Connections under way. One for the process, in its main thread; `stop` frees the ports. */
export interface ConnectionFlows {
  /**
   * Begins to connect an account. Throws `developer_app_missing`, `redirect_port_busy`, `practice_unavailable`,
   * `server_not_found`, `vault_locked` and `vault_unavailable`. `state` is what `complete` wants back.
   */
  start(options: StartOptions): Promise<{ readonly flow: FlowView; readonly state: string }>;
  /**
   * Signs in by a name and a password for apps, which are kept nowhere; null where a code that was sent to the user is
   * wanted too. Throws `sign_in_refused` and what `start` throws.
   */
  signIn(options: PasswordOptions): Promise<FlowView | null>;
  /** Connects these accounts of a sign-in that gave several. Throws `not_found`, `oauth_expired` and `invalid_input`. */
  choose(id: string, remoteIds: readonly string[]): Promise<FlowView>;
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
  const open = new Map<string, Open>();
  const exchanges = new Set<Promise<void>>();

  const told = (flow: Pick<StoredFlow, 'id' | 'workspaceId'>): void =>
    deps.emit({ topic: 'connection_flow', workspaceId: flow.workspaceId, id: flow.id });
  const close = async (id: string): Promise<void> => {
    const entry = open.get(id);
    open.delete(id);
    entry?.cancelTimer();
    entry?.window?.abort();
    await entry?.listener?.close();
  };
  const inBackground = (work: Promise<void>): Promise<void> => {
    const done = work
      .catch((error: unknown) => log.error({ error }, 'what a connection left could not be cleared away'))
      .finally(() => exchanges.delete(done));
    exchanges.add(done);
    return done;
  };
  const end = (flow: StoredFlow, from: 'waiting' | 'exchanging' | 'choosing', to: NextStatus): boolean => {
    const left = from === 'choosing' ? openSignedIn(deps, flow) : null;
    const ended = db.write(() => {
      if (!moveFlow(db, flow.id, from, to)) return false;
      vault.remove({ workspaceId: flow.workspaceId, ownerKind: 'flow', ownerId: flow.id });
      return true;
    });
    void close(flow.id);
    const platform = deps.findPlatform(flow.platform);
    if (ended && left !== null && platform !== undefined)
      void inBackground(discardTokens(deps, flow, platform, left.tokens));
    if (ended) told(flow);
    return ended;
  };
  /** What was kept of a sign-in is told; a choice waits for a while. */
  const tell = (flow: StoredFlow, result: KeepResult & { ok: true }): void => {
    told(flow);
    if (result.accountIds === null) {
      const cancelTimer = afterReal(clock, choiceMs, () => end(flow, 'choosing', { status: 'expired' }));
      open.set(flow.id, { listener: null, window: null, cancelTimer });
    }
    for (const id of result.accountIds ?? [])
      deps.emit({ topic: 'account', workspaceId: flow.workspaceId, id });
  };
  const found = (id: string): StoredFlow => {
    const flow = readFlow(db, id);
    if (flow === undefined) throw new OcmaError('not_found', { what: 'connection' });
    const { status } = flow;
    if ((status !== 'waiting' && status !== 'choosing') || flow.expiresAt > clock.now()) return flow;
    end(flow, status, { status: 'expired' });
    return readFlow(db, id) ?? flow;
  };
  const view = (flow: StoredFlow): FlowView => ({
    ...flow,
    authorizeUrl: flow.authorizeUrl === '' ? '' : withState(flow.authorizeUrl, stateOf(deps, flow)),
    listening: flow.status === 'waiting' && isAwaited(open.get(flow.id)),
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
      if (result.ok) return tell(flow, result);
      problemCode = result.code;
    } catch (error) {
      log.error({ flow: flow.id, error }, 'connecting an account failed');
      problemCode = 'internal';
    }
    end(flow, 'exchanging', { status: 'failed', problemCode });
  };
  const finishing = (flow: StoredFlow, redirect: URLSearchParams): Promise<void> =>
    inBackground(finish(flow, redirect));
  /** Lets a window of the app catch the redirect; without an answer the address can still be pasted. */
  const intercept = async (
    flow: StoredFlow,
    stateHash: string,
    route: { address: string; hosts: readonly string[]; signal: AbortSignal },
  ): Promise<void> => {
    try {
      const caught = await deps.browser.intercept?.(view(flow).authorizeUrl, route);
      const now = readFlow(db, flow.id);
      if (now?.status !== 'waiting') return;
      if (caught === null || caught === undefined) end(flow, 'waiting', { status: 'cancelled' });
      else if (sameHash(hashOf(caught.get('state') ?? ''), stateHash)) await finish(flow, caught);
      else end(flow, 'waiting', { status: 'failed', problemCode: 'oauth_state_mismatch' });
    } catch (error) {
      log.warn({ error }, 'the window for signing in could not be opened');
    }
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
      if (signIn.kind !== 'browser') throw new OcmaError('invalid_input', { what: 'platform' });
      const place = await locate(deps, options);
      await vault.ready({ workspaceId, ownerKind: 'flow' }, { create: true });
      const { app, rule } = await planBrowser(deps, options, place, options.redirectUri);
      const id = flowId.parse(deps.newId('flow'));
      const state = oauth.generateRandomState();
      const verifier = oauth.generateRandomCodeVerifier();
      const listener =
        options.redirectUri === undefined && rule.kind === 'loopback'
          ? await listen(options, rule.ports, () => listenForRedirect(rule, onRedirect(id, hashOf(state))))
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
            stateHash: hashOf(state),
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
          vault.seal(flowSecretPlace(inserted), JSON.stringify({ state, verifier }));
          return inserted;
        });
      } catch (error) {
        await listener?.close();
        throw error;
      }
      const caught =
        rule.kind === 'intercept' && options.redirectUri === undefined && options.openBrowser ? rule : null;
      const window = caught !== null && deps.browser.intercept !== undefined ? new AbortController() : null;
      const cancelTimer = afterReal(clock, flowMs, () => end(flow, 'waiting', { status: 'expired' }));
      open.set(id, { listener, window, cancelTimer });
      told(flow);
      const shown = view(flow);
      if (window !== null && caught !== null) {
        void inBackground(intercept(flow, hashOf(state), { ...caught, signal: window.signal }));
      } else if (options.openBrowser && deps.browser.available) {
        // The address is on the screen too, so a browser that does not open is no failure.
        await deps.browser.open(shown.authorizeUrl).catch((error: unknown) => {
          log.warn({ error }, 'the browser could not be opened');
        });
      }
      return { flow: shown, state };
    },
    async signIn(options) {
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
        end(flow, 'exchanging', { status: 'failed', problemCode: result.code });
        throw new OcmaError(result.code, named);
      }
      tell(flow, result);
      return view(found(flow.id));
    },
    async choose(id, remoteIds) {
      const flow = found(id);
      if (flow.status === 'expired') throw new OcmaError('oauth_expired');
      if (flow.status !== 'choosing') throw new OcmaError('not_found', { what: 'choice' });
      await vault.ready({ workspaceId: flow.workspaceId, ownerKind: 'flow' });
      const given = openSignedIn(deps, flow);
      if (given === null) throw new OcmaError('oauth_expired');
      const chosen = given.accounts.filter(
        ({ profile, unusable }) => unusable === null && remoteIds.includes(profile.remoteId),
      );
      if (chosen.length === 0 || chosen.length !== new Set(remoteIds).size)
        throw new OcmaError('invalid_input', { what: 'account' });
      const accountIds = connectAccounts(deps, flow, platformOf(deps, flow), given, chosen, 'choosing');
      void close(id);
      tell(flow, { ok: true, accountIds });
      return view(found(id));
    },
    read: (id) => view(found(id)),
    cancel(id) {
      const flow = found(id);
      end(flow, flow.status === 'choosing' ? 'choosing' : 'waiting', { status: 'cancelled' });
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

/** What is open for a flow while somebody may come back to it. */
interface Open {
  readonly listener: RedirectListener | null;
  /** Ends the window that catches the redirect. */
  readonly window: AbortController | null;
  cancelTimer(): void;
}

function isAwaited(entry: Open | undefined): boolean {
  return entry !== undefined && (entry.listener !== null || entry.window !== null);
}

/** What a sign-in gave, while the user chooses; null where it is gone, or cannot be opened now. */
function openSignedIn({ vault }: FlowsDeps, flow: StoredFlow): SignedIn | null {
  try {
    const sealed = vault.open(signedInPlace(flow));
    return sealed === null ? null : signedIn.parse(JSON.parse(sealed));
  } catch (error) {
    if (isOcmaError(error)) return null;
    throw error;
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
    case 'choosing':
      throw severalAccounts(platform, flow);
    case 'failed':
    case 'waiting':
    case 'exchanging':
      throw new OcmaError(problemOf(flow), { platform });
  }
}

/** A script cannot choose on the way: it is told what there is to choose from. */
function severalAccounts(platform: string, { candidates, id }: StoredFlow): OcmaError {
  const all = candidates ?? [];
  const accounts = all.map(({ displayName }) => displayName).join(', ');
  const details = { connection: id, candidates: all };
  return new OcmaError('ambiguous_account', { platform, count: all.length, accounts }, { details });
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
