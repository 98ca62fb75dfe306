import type { SentPart, SettleMeans } from '../../../platforms/settling.ts';
import { mediaOf } from '../../ledger/delivery-row.ts';
import { readList } from './list-and-match.ts';
import { afterFailedReading } from './verdict.ts';
import type { OpenSend, Verdict } from './verdict.ts';

/**
 * Asks the network by what names the send there. Its answer proves presence and absence: a request that lands after an
 * `absent` meets the same key or handle as the repeat, and the network makes one post of both.
 */
export async function byProbe(send: OpenSend, means: SettleMeans['kind']): Promise<Verdict> {
  const { deps, to, part } = send;
  const { probe } = to.platform.api;
  if (probe === undefined) return { kind: 'cannot_tell' };
  const sent: SentPart = {
    account: to.target.ref,
    text: part.text,
    mediaCount: mediaOf(part).length,
    inReplyTo: part.inReplyTo,
    sendingAt: send.since,
    key: part.sendKey,
    handle: part.handle,
  };
  const answer = await probe(to.http, sent, { now: () => deps.ports.clock.now() });
  const looked = { means, said: answer.state, found: answer.state === 'present' };
  switch (answer.state) {
    case 'present':
      return { kind: 'present', how: 'probed', looked, ...(await addressOf(send, answer)) };
    case 'absent':
      return { kind: 'absent', handleSpent: false, looked };
    case 'expired':
      return { kind: 'absent', handleSpent: true, looked };
    case 'refused':
      return { kind: 'refused', failure: answer.failure, looked };
    case 'processing':
      return { kind: 'wait', at: answer.askAt, looked };
    case 'forgotten':
      return { kind: 'cannot_tell', looked };
    case 'handed_over':
      return { kind: 'handed', scheduledId: null, looked };
    case 'scheduled':
      return { kind: 'handed', scheduledId: answer.scheduledId, looked };
    case 'failed':
      return afterFailedReading(send, answer.failure, 'wait');
  }
}

/** Where the network says that it is out but not where, the account's list may tell. */
async function addressOf(
  send: OpenSend,
  answer: { remoteId: string | null; url: string | null },
): Promise<{ remoteId: string | null; url: string | null }> {
  const lists = send.to.platform.settle.some(({ kind }) => kind === 'list_and_match');
  if (answer.remoteId !== null || !lists) return { remoteId: answer.remoteId, url: answer.url };
  const listed = await readList(send);
  return listed.kind === 'present'
    ? { remoteId: listed.remoteId, url: listed.url }
    : { remoteId: null, url: answer.url };
}
