import { OcmaError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { afterReal } from '../http/deadline.ts';
import type { Platform } from '../platforms/platform.ts';
import type { BrowserPort } from '../ports.ts';
import type { Words } from '../words.ts';
import { exchangeCode } from './exchange-code.ts';
import type { ExchangeDeps } from './exchange-code.ts';
import { withState } from './flow-addresses.ts';
import { moveFlow, readFlow } from './flow-rows.ts';
import type { NextStatus, StoredFlow } from './flow-rows.ts';
import { forgetFlowSecrets, openFlowSecret, openSignedIn } from './flow-secrets.ts';
import { choiceMs, discardTokens } from './keep-sign-in.ts';
import type { KeepResult } from './keep-sign-in.ts';
import { createOpenFlows } from './open-flows.ts';
import type { OpenFlows } from './open-flows.ts';

/** What connecting accounts needs. */
export interface FlowsDeps extends ExchangeDeps {
  readonly browser: BrowserPort;
  readonly words: Words;
  /** The network of this name; undefined where this version has none. */
  readonly findPlatform: (name: string) => Platform | undefined;
}

/** A flow as it stands, with the address to open and whether this machine waits for the browser to come back by itself. */
export interface FlowView extends StoredFlow {
  readonly listening: boolean;
}

/** How the flows of this process go on and end, whichever way they began. */
export interface FlowLife {
  readonly open: OpenFlows;
  /** The flow as it stands now, expired where its time is over. Throws `not_found`. */
  found(id: string): StoredFlow;
  view(flow: StoredFlow): FlowView;
  /** Tells that a flow has changed. */
  changed(flow: StoredFlow): void;
  /** Takes a redirect to its end; the first one wins. */
  finish(flow: StoredFlow, redirect: URLSearchParams): Promise<void>;
  /** Tells what was kept of a sign-in; a choice waits for a while. */
  kept(flow: StoredFlow, result: KeepResult & { ok: true }): void;
  /** Ends a flow in this state without an account, and what is open for it. */
  end(flow: StoredFlow, from: 'waiting' | 'exchanging' | 'choosing', to: NextStatus): void;
  /** Does this beside the caller, who may wait for it; `settled` waits for all of it. It never rejects. */
  inBackground(work: Promise<void>): Promise<void>;
  settled(): Promise<void>;
}

export function createFlowLife(deps: FlowsDeps): FlowLife {
  const { db, vault } = deps;
  const { clock, log } = deps.ports;
  const open = createOpenFlows();
  const underWay = new Set<Promise<void>>();

  const changed = ({ id, workspaceId }: StoredFlow): void =>
    deps.emit({ topic: 'connection_flow', workspaceId, id });
  const inBackground = (work: Promise<void>): Promise<void> => {
    const done = work
      .catch((error: unknown) => log.error({ error }, 'what a connection left could not be cleared away'))
      .finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };
  const end: FlowLife['end'] = (flow, from, to) => {
    const left = from === 'choosing' ? openSignedIn(vault, flow) : null;
    const ended = db.write(() => {
      if (!moveFlow(db, flow.id, from, to)) return false;
      forgetFlowSecrets(vault, flow);
      return true;
    });
    void open.close(flow.id);
    const platform = deps.findPlatform(flow.platform);
    if (ended && left !== null && platform !== undefined)
      void inBackground(discardTokens(deps, flow, platform, left.tokens));
    if (ended) changed(flow);
  };
  const kept: FlowLife['kept'] = (flow, { accountIds }) => {
    changed(flow);
    if (accountIds === null) {
      const cancelTimer = afterReal(clock, choiceMs, () => end(flow, 'choosing', { status: 'expired' }));
      open.hold(flow.id, { listener: null, window: null, cancelTimer });
    }
    for (const id of accountIds ?? []) deps.emit({ topic: 'account', workspaceId: flow.workspaceId, id });
  };

  return {
    open,
    changed,
    kept,
    end,
    inBackground,
    found(id) {
      const flow = readFlow(db, id);
      if (flow === undefined) throw new OcmaError('not_found', { what: 'connection' });
      const { status } = flow;
      if ((status !== 'waiting' && status !== 'choosing') || flow.expiresAt > clock.now()) return flow;
      end(flow, status, { status: 'expired' });
      return readFlow(db, id) ?? flow;
    },
    view(flow) {
      const isWaiting = flow.status === 'waiting';
      const state = isWaiting ? (openFlowSecret(vault, flow)?.state ?? null) : null;
      return {
        ...flow,
        authorizeUrl: flow.authorizeUrl === '' ? '' : withState(flow.authorizeUrl, state),
        listening: isWaiting && open.isAwaited(flow.id),
      };
    },
    async finish(flow, redirect) {
      if (!moveFlow(db, flow.id, 'waiting', { status: 'exchanging' })) return;
      void open.close(flow.id);
      changed(flow);
      let problemCode: ErrorCode;
      try {
        const result = await exchangeCode(deps, flow, platformOf(deps, flow), redirect);
        if (result.ok) return kept(flow, result);
        problemCode = result.code;
      } catch (error) {
        log.error({ flow: flow.id, error }, 'connecting an account failed');
        problemCode = 'internal';
      }
      end(flow, 'exchanging', { status: 'failed', problemCode });
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

/** The network of a flow. Throws `unknown_platform`. */
export function platformOf(deps: Pick<FlowsDeps, 'findPlatform'>, flow: StoredFlow): Platform {
  const platform = deps.findPlatform(flow.platform);
  if (platform === undefined) throw new OcmaError('unknown_platform', { platform: flow.platform });
  return platform;
}
