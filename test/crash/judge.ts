import type { Account } from '../../src/shared/models/account.ts';
import type { Delivery } from '../../src/shared/models/delivery.ts';
import { faultsOfHistory } from './history.ts';
import { networkOf } from './networks/known.ts';
import type { AcceptedPost } from './networks/network.ts';
import type { Recovered } from './recovery.ts';
import { scenarioOf } from './scenarios.ts';
import type { RunResult, RunSpec } from './spec.ts';

/**
 * Holds what the app says against what the network accepted. Lost: a post is not out (or has the wrong parent, or the
 * app points at another one, or its history has a gap) and the app does not say that it does not know. Doubled: there
 * are more posts than were written, or a file sent that had to be held.
 */
export function judge(
  spec: RunSpec,
  killed: boolean,
  recovered: Recovered,
  truth: readonly AcceptedPost[],
): RunResult {
  const { deliveries, accounts, histories } = recovered;
  const { posts, accounts: places, elsewhere } = scenarioOf(spec.scenario);
  const lost = deliveries.flatMap((delivery) => [
    ...untruthsOf(delivery, accounts, truth, {
      refused: elsewhere?.isDuplicate === true,
      dropped: spec.disturbance === 'older_backup',
      isFlat: networkOf(spec.platform).isFlat,
    }),
    ...faultsOfHistory(delivery, histories.get(delivery.id) ?? [], spec.disturbance === 'older_backup'),
  ]);
  if (deliveries.length !== posts.length * places)
    lost.push(`There are ${deliveries.length} deliveries instead of ${posts.length * places}.`);
  lost.push(...missingFrom(deliveries, truth));
  const doubled = [...recovered.complaints, ...tooMany(deliveries, accounts, truth)];
  return {
    killed,
    lost: lost.length > 0,
    doubled: doubled.length > 0,
    unknown: deliveries.some(({ state }) => state === 'unknown'),
    notes: [...lost, ...doubled],
  };
}

/** What a post is counted by: who wrote which words. */
const keyOf = (account: string | undefined, text: string): string =>
  JSON.stringify([account, text.normalize('NFC').trim()]);

const isOut = (truth: readonly AcceptedPost[], account: string | undefined, text: string): boolean =>
  truth.some((post) => keyOf(post.account, post.text) === keyOf(account, text));

function tooMany(
  deliveries: readonly Delivery[],
  accounts: readonly Account[],
  truth: readonly AcceptedPost[],
): string[] {
  const left = new Map<string, number>();
  for (const { accountId, parts } of deliveries) {
    const account = accounts.find(({ id }) => id === accountId)?.remoteId;
    for (const { text } of parts) left.set(keyOf(account, text), (left.get(keyOf(account, text)) ?? 0) + 1);
  }
  return truth.flatMap(({ account, text, id }) => {
    const key = keyOf(account, text);
    left.set(key, (left.get(key) ?? 0) - 1);
    return (left.get(key) ?? 0) < 0 ? [`Post ${id} is one too many.`] : [];
  });
}

/** Parts that are said to be out and point at no post, each counted against posts that no other part points at. */
function missingFrom(deliveries: readonly Delivery[], truth: readonly AcceptedPost[]): string[] {
  const named = deliveries.flatMap(({ parts }) => parts.flatMap(({ remoteId }) => remoteId ?? []));
  if (new Set(named).size < named.length) return ['Two parts are said to be the same post.'];
  const free = truth.filter(({ id }) => !named.includes(id)).length;
  const unnamed = deliveries
    .flatMap(({ parts }) => parts)
    .filter(({ state, remoteId }) => state === 'sent' && remoteId === null).length;
  return unnamed > free ? ['A part is said to be out, without an address, and is not.'] : [];
}

function untruthsOf(
  delivery: Delivery,
  accounts: readonly Account[],
  truth: readonly AcceptedPost[],
  given: { readonly refused: boolean; readonly dropped: boolean; readonly isFlat: boolean },
): string[] {
  const { refused, dropped, isFlat } = given;
  const account = accounts.find(({ id }) => id === delivery.accountId)?.remoteId;
  const outs = delivery.parts.map((part) => truth.find(({ id }) => id === part.remoteId));
  switch (delivery.state) {
    case 'unknown':
      return [];
    case 'published':
      return delivery.parts.flatMap(({ state, remoteId, text }, position) => {
        const nth = `Part ${position + 1}`;
        if (state !== 'sent') return [`${nth} is ${state} in a published delivery.`];
        if (remoteId === null) return [];
        const post = outs[position];
        if (post === undefined || keyOf(post.account, post.text) !== keyOf(account, text))
          return [`${nth} is said to be a post that is another one.`];
        const above = delivery.parts[isFlat ? 0 : position - 1];
        const parent = position === 0 ? null : (above?.remoteId ?? post.inReplyTo);
        return post.inReplyTo === parent ? [] : [`${nth} answers to the wrong post.`];
      });
    case 'failed':
      if (refused && delivery.problem?.code === 'duplicate') return [];
      break;
    case 'cancelled':
      // Its user saw all of it on the network and gave up what an older file wanted to send. Comments are in no list, so an
      // older file does not find them: whoever sees some of them there gives up the rest rather than send those again.
      if (
        dropped &&
        delivery.parts.every(({ text }, at) => (isFlat && at > 0) || isOut(truth, account, text))
      )
        return [];
      break;
    case 'draft':
    case 'scheduled':
    case 'publishing':
    case 'missed':
    case 'with_network':
    case 'needs_you':
  }
  return [`It ended as ${delivery.state} (${delivery.problem?.code ?? 'no problem named'}).`];
}
