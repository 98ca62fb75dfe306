import { timingSafeEqual } from 'node:crypto';
import { OcmaError } from '../../shared/errors.ts';
import type { FlowLife, FlowsDeps } from './flow-life.ts';
import { hashOf, readFlow, waitingFlows } from './flow-rows.ts';
import type { StoredFlow } from './flow-rows.ts';
import type { OnRedirect, RedirectListener } from './listener.ts';
import type { Wanted } from './prepare-sign-in.ts';
import type { Words } from '../words.ts';

/** Takes what the browser brings to the listener of the flow of this id and state, and says what it is to show. */
export function onRedirect(deps: FlowsDeps, life: FlowLife, id: string, stateHash: string): OnRedirect {
  return (parameters) => {
    const flow = readFlow(deps.db, id);
    const ours = flow?.status === 'waiting' && isState(parameters, stateHash);
    if (flow === undefined || !ours) return { status: 400, page: page(deps.words, 'stale') };
    void life.inBackground(life.finish(flow, parameters));
    return { status: 200, page: page(deps.words, parameters.has('error') ? 'denied' : 'done') };
  };
}

/** Lets a window of the app catch the redirect; without an answer the address can still be pasted. */
export async function intercept(
  { db, browser, ports }: FlowsDeps,
  life: FlowLife,
  flow: StoredFlow,
  stateHash: string,
  route: { address: string; hosts: readonly string[]; signal: AbortSignal },
): Promise<void> {
  try {
    const caught = await browser.intercept?.(life.view(flow).authorizeUrl, route);
    const now = readFlow(db, flow.id);
    if (now?.status !== 'waiting') return;
    if (caught === null || caught === undefined) life.end(flow, 'waiting', { status: 'cancelled' });
    else if (isState(caught, stateHash)) await life.finish(flow, caught);
    else life.end(flow, 'waiting', { status: 'failed', problemCode: 'oauth_state_mismatch' });
  } catch (error) {
    ports.log.warn({ error }, 'the window for signing in could not be opened');
  }
}

/**
 * Listens; where all ports are taken by flows that nobody finished, the oldest one gives way. Null where nothing needs to
 * listen. Throws `redirect_port_busy`.
 */
export async function listen(
  { db, browser }: FlowsDeps,
  life: FlowLife,
  { workspaceId, platform, openBrowser }: Wanted & { readonly openBrowser: boolean },
  wanted: readonly number[],
  attempt: () => Promise<RedirectListener | null>,
): Promise<RedirectListener | null> {
  const listener = await attempt();
  if (listener !== null) return listener;
  const oldest = waitingFlows(db, workspaceId, platform.name).find(({ id }) => life.open.isListening(id));
  if (oldest !== undefined) {
    const freed = life.open.close(oldest.id);
    life.end(oldest, 'waiting', { status: 'cancelled' });
    await freed;
    const again = await attempt();
    if (again !== null) return again;
  }
  // Without a browser of its own the user pastes the address, and nothing needs to listen.
  if (!openBrowser || !browser.available) return null;
  const ports = wanted.join(', ');
  throw new OcmaError('redirect_port_busy', { platform: platform.card.title, ports });
}

function isState(redirect: URLSearchParams, stateHash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(redirect.get('state') ?? '')), Buffer.from(stateHash));
}

function page(words: Words, which: 'done' | 'denied' | 'stale') {
  return { title: words(`accounts.landing.${which}.title`), text: words(`accounts.landing.${which}.text`) };
}
