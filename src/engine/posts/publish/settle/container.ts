import { byProbe } from './by-probe.ts';
import type { OpenSend, Verdict } from './verdict.ts';

/** One container makes at most one post, and its status tells whether it did. */
export async function byContainer(send: OpenSend, means: { readonly livesMs: number }): Promise<Verdict> {
  return await byHandle(send, 'container', means.livesMs);
}

/** Asks by what was staged, for as long as the network knows it. */
export async function byHandle(
  send: OpenSend,
  means: 'container' | 'upload_session',
  livesMs: number,
): Promise<Verdict> {
  const asked = send.part.handle !== null && send.deps.ports.clock.now() <= send.sendingAt + livesMs;
  return asked ? await byProbe(send, means) : { kind: 'cannot_tell' };
}
