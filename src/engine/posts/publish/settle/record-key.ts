import { byProbe } from './by-probe.ts';
import type { OpenSend, Verdict } from './verdict.ts';

/** We chose the key under which the network keeps the post: asking for it proves presence and absence, at any time. */
export async function byRecordKey(send: OpenSend): Promise<Verdict> {
  return send.part.sendKey === null ? { kind: 'cannot_tell' } : await byProbe(send, 'record_key');
}
