import type { Account } from '../../src/shared/models/account.ts';
import type { Delivery } from '../../src/shared/models/delivery.ts';
import type { AcceptedPost } from './networks/network.ts';
import type { Recovered } from './recovery.ts';
import { scenarioOf } from './scenarios.ts';
import type { RunResult, RunSpec } from './spec.ts';

/**
 * Holds what the app says against what the network accepted. Lost: a post is not out (or has the wrong parent, or the
 * app points at another one) and the app does not say that it does not know. Doubled: a post is out more than once.
 */
export function judge(
  spec: RunSpec,
  killed: boolean,
  recovered: Recovered,
  truth: readonly AcceptedPost[],
): RunResult {
  const { deliveries, accounts } = recovered;
  const lost: string[] = [];
  const doubled: string[] = [...recovered.complaints];
  const expected = scenarioOf(spec.scenario);
  if (deliveries.length !== expected.accounts)
    lost.push(`There are ${deliveries.length} deliveries instead of ${expected.accounts}.`);
  let counted = 0;
  for (const delivery of deliveries) {
    const posts = postsOf(delivery, accounts, truth);
    counted += posts.flat().length;
    for (const [position, found] of posts.entries())
      if (found.length > 1) doubled.push(`Part ${position + 1} is out ${found.length} times.`);
    lost.push(...untruthsOf(delivery, posts, expected.postedBefore));
  }
  if (counted < truth.length)
    doubled.push(`The network has ${truth.length - counted} posts that nobody wrote.`);
  return {
    killed,
    lost: lost.length > 0,
    doubled: doubled.length > 0,
    unknown: deliveries.some(({ state }) => state === 'unknown'),
    notes: [...lost, ...doubled],
  };
}

/** For each part the posts that are it. */
function postsOf(
  delivery: Delivery,
  accounts: readonly Account[],
  truth: readonly AcceptedPost[],
): AcceptedPost[][] {
  const account = accounts.find(({ id }) => id === delivery.accountId)?.remoteId;
  return delivery.parts.map(({ text }) =>
    truth.filter((post) => post.account === account && post.text === text.normalize('NFC').trim()),
  );
}

function untruthsOf(
  delivery: Delivery,
  posts: readonly (readonly AcceptedPost[])[],
  mayBeRefused: boolean,
): string[] {
  switch (delivery.state) {
    case 'unknown':
      return [];
    case 'published':
      return delivery.parts.flatMap((part, position) => {
        const [post] = posts[position] ?? [];
        if (post === undefined) return [`Part ${position + 1} is said to be out and is not.`];
        if (part.remoteId !== null && part.remoteId !== post.id)
          return [`Part ${position + 1} is said to be a post that is another one.`];
        const parent = position === 0 ? null : (posts[position - 1]?.[0]?.id ?? null);
        return post.inReplyTo === parent ? [] : [`Part ${position + 1} answers to the wrong post.`];
      });
    case 'failed':
      if (mayBeRefused && delivery.problem?.code === 'duplicate' && posts.flat().length === 0) return [];
      break;
    case 'draft':
    case 'scheduled':
    case 'publishing':
    case 'missed':
    case 'cancelled':
    case 'with_network':
    case 'needs_you':
  }
  return [`It ended as ${delivery.state} (${delivery.problem?.code ?? 'no problem named'}).`];
}
