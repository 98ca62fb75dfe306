import { z } from 'zod';
import type { AccountHttp, Failure, RawAnswer } from '../../../src/engine/http/call.ts';
import type { Platform, PlatformApi } from '../../../src/engine/platforms/platform.ts';
import type { RemotePost } from '../../../src/engine/platforms/reading.ts';
import type { ProbeResult, SettleMeans } from '../../../src/engine/platforms/settling.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';

const post = z.object({
  id: z.string(),
  text: z.string(),
  media: z.int(),
  inReplyTo: z.string().nullable(),
  at: z.int(),
});
const plannedAnswer = z.object({ scheduledId: z.string(), publishAt: z.int() });
const handleAnswer = z.object({ handle: z.string(), expiresAt: z.int() });
const handleState = z.object({
  state: z.enum(['published', 'ready', 'expired', 'handed_over']),
  id: z.string().nullable(),
});
const problem = z.object({ message: z.string().default(''), original: z.string().optional() });

/** A network of one kind as the engine knows it: what differs is how a lost answer is settled. */
export function modelPlatform(name: string, settle: readonly SettleMeans[]): Platform {
  const has = (kind: SettleMeans['kind']): boolean => settle.some((means) => means.kind === kind);
  const places = (base: string) => {
    const url = `${base}/${name}`;
    return { authorize: url, token: url, revoke: url, api: url, upload: url };
  };
  return {
    ...x,
    name,
    aliases: [],
    card: { ...x.card, title: name },
    endpoints: places('https://model.invalid'),
    practiceEndpoints: places,
    words: { preflight: {} },
    check: () => [],
    cost: () => ({ costMicros: 0, note: null }),
    settle,
    classify,
    rateSignals: () => [],
    api: {
      ...api,
      ...(has('record_key') && { probe: probeKey }),
      ...((has('container') || has('upload_session')) && { stage, probe: probeHandle }),
    },
  };
}

function classify(answer: RawAnswer, now: number): Omit<Failure, 'reach' | 'status'> {
  const said = problem.safeParse(answer.body).data;
  const facts = { retryAt: null, detail: said?.message ?? '' };
  if (answer.status === 429) {
    const wait = Number(answer.headers.get('retry-after-ms') ?? 0);
    return { ...facts, code: 'rate_limited', retryAt: now + wait };
  }
  if (answer.status === 422 && said?.original !== undefined)
    return { ...facts, code: 'duplicate', existingId: said.original };
  if (answer.status === 401) return { ...facts, code: 'auth_revoked' };
  if (answer.status >= 500) return { ...facts, code: 'unavailable' };
  return { ...facts, code: answer.status === 400 ? 'content_rejected' : 'platform_refused' };
}

/** For networks of a kind of their own. */
export const read = { endpoint: 'api', method: 'GET', effect: 'read', costMicros: 0 } as const;
export const write = { endpoint: 'api', method: 'POST', costMicros: 0 } as const;
export const urlOf = (id: string): string => `https://model.invalid/posts/${id}`;

const api: PlatformApi = {
  ...x.api,
  async publish(http, part) {
    const result = await http.send({
      ...write,
      operation: 'posts.create',
      effect: 'write',
      path: '/posts',
      answer: z.union([post, plannedAnswer]),
      body: {
        kind: 'json',
        value: {
          text: part.text,
          media: part.media.length,
          inReplyTo: part.inReplyTo,
          key: part.key,
          handle: part.handle,
          publishAt: part.publishAt,
          role: part.role,
        },
      },
    });
    if (!result.ok) return result;
    if ('scheduledId' in result.data) {
      const { scheduledId, publishAt } = result.data;
      return { ...result, data: publishAt === 0 ? { handedOver: true } : { scheduledId, publishAt } };
    }
    const { id } = result.data;
    return { ...result, data: { remoteId: id, url: urlOf(id) } };
  },
  upload(_http, source) {
    const media = { remoteId: `media-of-${source.bytes}`, expiresAt: Number.MAX_SAFE_INTEGER };
    return Promise.resolve({ state: 'ready', media });
  },
  async ownPosts(http, _account, { since, limit }) {
    const result = await http.send({
      ...read,
      operation: 'posts.list',
      path: '/posts',
      query: { since: String(since ?? 0) },
      answer: z.array(post),
    });
    if (!result.ok) return result;
    const posts = result.data.slice(0, limit).map((seen): RemotePost => ({
      remoteId: seen.id,
      url: urlOf(seen.id),
      text: seen.text,
      publishedAt: seen.at,
      inReplyTo: seen.inReplyTo,
      mediaCount: seen.media,
      metrics: {},
    }));
    return { ...result, data: posts };
  },
  matches: (sent, seen) =>
    sent.text === seen.text &&
    sent.inReplyTo === seen.inReplyTo &&
    (seen.mediaCount === undefined || sent.mediaCount === seen.mediaCount),
  madeAt: (id) => (/^\d+-\d+$/.test(id) ? Number(id.split('-')[0]) : null),
  postIdOf: (url) => /^https:\/\/model\.invalid\/posts\/([\w-]+)$/.exec(url)?.[1] ?? null,
};

/** Stages what is to become a post. */
export async function stage(http: AccountHttp): ReturnType<NonNullable<PlatformApi['stage']>> {
  const result = await http.send({
    ...write,
    operation: 'handles.create',
    effect: 'upload',
    path: '/handles',
    answer: handleAnswer,
    body: { kind: 'json', value: {} },
  });
  return result.ok
    ? { state: 'ready', staged: result.data }
    : { state: 'failed', failure: result.failure, spent: true };
}

async function probeHandle(http: AccountHttp, sent: { handle: string | null }): Promise<ProbeResult> {
  const result = await http.send({
    ...read,
    operation: 'handles.read',
    path: `/handles/${sent.handle ?? ''}`,
    answer: handleState,
  });
  if (!result.ok)
    return result.failure.status === 404
      ? { state: 'forgotten' }
      : { state: 'failed', failure: result.failure };
  const { state, id } = result.data;
  if (state === 'published') return { state: 'present', remoteId: id, url: id === null ? null : urlOf(id) };
  if (state === 'handed_over') return { state };
  return { state: state === 'ready' ? 'absent' : 'expired' };
}

async function probeKey(http: AccountHttp, sent: { key: string | null }): Promise<ProbeResult> {
  const result = await http.send({
    ...read,
    operation: 'keys.read',
    path: `/keys/${sent.key ?? ''}`,
    answer: post,
  });
  if (result.ok) return { state: 'present', remoteId: result.data.id, url: urlOf(result.data.id) };
  return result.failure.status === 404 ? { state: 'absent' } : { state: 'failed', failure: result.failure };
}
