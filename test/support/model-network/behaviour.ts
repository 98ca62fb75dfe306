import { z } from 'zod';
import type { SettleMeans } from '../../../src/engine/platforms/settling.ts';
import type { NetworkLog, TakenPost } from './log.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A request after its network, account and operation were read. */
export interface Asked {
  readonly network: string;
  readonly means: SettleMeans['kind'];
  readonly account: string;
  readonly operation: string;
  readonly subject: string;
  readonly body: unknown;
  readonly now: number;
  readonly clientGone: boolean;
  readonly lagMs: number;
  readonly since: number;
}

/** How long a key or a container is known here, in milliseconds; the platforms declare the same. */
export const keyLivesMs = 3_600_000;
export const handleLivesMs = 86_400_000;
export const duplicatesRefusedForMs = 600_000;

const written = z.object({
  text: z.string(),
  media: z.int(),
  inReplyTo: z.string().nullable(),
  key: z.string().nullable(),
  handle: z.string().nullable(),
  publishAt: z.int().nullable().default(null),
  role: z.string().default('post'),
});

/** What a network of this kind does with a request; from the first check to the log it waits for nothing. */
export function answerTo(log: NetworkLog, asked: Asked): Answer {
  publishPlanned(log, asked.now);
  const own = log.posts.filter(
    ({ network, account }) => network === asked.network && account === asked.account,
  );
  switch (asked.operation) {
    case 'planned.read': {
      const plan = log.planned.find(({ id }) => id === asked.subject);
      if (plan === undefined || plan.state === 'gone') return { status: 404, body: {} };
      return {
        status: 200,
        body: { state: plan.state, publishAt: plan.publishAt, remoteId: plan.remoteId },
      };
    }
    case 'withdrawals.create': {
      const plan = log.planned.find(({ id }) => id === asked.subject);
      const deleted = plan?.state === 'waiting';
      if (plan !== undefined && deleted) plan.state = 'gone';
      return { status: 200, body: { deleted } };
    }
    case 'posts.create':
      return create(log, asked, own);
    case 'posts.list':
      return {
        status: 200,
        body: own
          .filter(({ at }) => at >= asked.since && at <= asked.now - asked.lagMs)
          .toReversed()
          .slice(0, 100),
      };
    case 'keys.read': {
      const post = own.find(({ key }) => key === asked.subject);
      return post === undefined ? { status: 404, body: {} } : { status: 200, body: post };
    }
    case 'handles.create': {
      const handle = `handle-${log.stagings.length + 1}`;
      log.stage({ staged: handle, network: asked.network, at: asked.now });
      return { status: 201, body: { handle, expiresAt: asked.now + handleLivesMs } };
    }
    case 'handles.read': {
      const known = log.stagings.find(({ staged }) => staged === asked.subject);
      if (known === undefined) return { status: 404, body: {} };
      const post = own.find(({ handle }) => handle === asked.subject);
      if (post !== undefined) return { status: 200, body: { state: 'published', id: post.id } };
      if (log.planned.some((plan) => plan.post.handle === asked.subject))
        return { status: 200, body: { state: 'handed_over', id: null } };
      const state = asked.now > known.at + handleLivesMs ? 'expired' : 'ready';
      return { status: 200, body: { state, id: null } };
    }
    default:
      return { status: 404, body: {} };
  }
}

/** What is due by now is out; what the network's user finishes by hand is out when `finish` says so. */
export function publishPlanned(log: NetworkLog, now: number, finish: string | null = null): void {
  for (const plan of log.planned) {
    const isDue = plan.publishAt === null ? plan.post.handle === finish : plan.publishAt <= now;
    if (plan.state !== 'waiting' || !isDue) continue;
    const at = plan.publishAt ?? now;
    const made = log.take({ ...plan.post, id: `${at}-${log.posts.length + 1}`, at });
    plan.state = 'published';
    plan.remoteId = made.id;
  }
}

/** Networks that hand every post to their user. */
export const handsOver = 'model_hands';

function create(log: NetworkLog, asked: Asked, own: readonly TakenPost[]): Answer {
  const { publishAt, ...post } = written.parse(asked.body);
  if (publishAt !== null || asked.network === handsOver) {
    const first = log.planned.find((plan) => plan.post.key === post.key && plan.post.handle === post.handle);
    const plan = first ?? {
      id: `plan-${log.planned.length + 1}`,
      post: { ...post, network: asked.network, account: asked.account, clientGone: asked.clientGone },
      publishAt,
      state: 'waiting' as const,
      remoteId: null,
    };
    if (first === undefined) log.planned.push(plan);
    return { status: 202, body: { scheduledId: plan.id, publishAt: publishAt ?? 0 } };
  }
  const refused = refusal(asked, own, post, log);
  if (refused !== null) return refused;
  const made = log.take({
    ...post,
    network: asked.network,
    account: asked.account,
    id: `${asked.now}-${log.posts.length + 1}`,
    at: asked.now,
    clientGone: asked.clientGone,
  });
  return { status: 201, body: made };
}

/** What keeps a request from making a post, by the means that the network has. */
function refusal(
  asked: Asked,
  own: readonly TakenPost[],
  post: Pick<TakenPost, 'key' | 'handle' | 'text' | 'inReplyTo'>,
  log: NetworkLog,
): Answer | null {
  switch (asked.means) {
    case 'record_key': {
      // A server that was not made for it answers with an error of its own.
      const there = own.some(({ key }) => key === post.key);
      return there ? { status: 500, body: { message: 'There is already a value at key' } } : null;
    }
    case 'idempotency_key': {
      const first = own.find(({ key, at }) => key === post.key && asked.now <= at + keyLivesMs);
      return first === undefined ? null : { status: 200, body: first };
    }
    case 'upload_session': {
      const first = own.find(({ handle }) => handle === post.handle);
      return first === undefined ? null : { status: 200, body: first };
    }
    case 'container': {
      const known = log.stagings.some(({ staged }) => staged === post.handle);
      const used = own.some(({ handle }) => handle === post.handle);
      return known && !used ? null : { status: 400, body: { message: 'The container cannot be published' } };
    }
    case 'duplicate_answer': {
      const first = own.find(
        ({ text, inReplyTo, at }) =>
          text === post.text && inReplyTo === post.inReplyTo && asked.now <= at + duplicatesRefusedForMs,
      );
      return first === undefined
        ? null
        : { status: 422, body: { message: `Content is a duplicate of ${first.id}`, original: first.id } };
    }
    case 'list_and_match':
    case 'none':
      return null;
  }
}
