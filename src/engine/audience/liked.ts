import { setImmediate } from 'node:timers/promises';
import type { AudienceInsights, AudienceTrait } from '../../shared/contract/audience.ts';
import type { AudienceDeps } from './audience-deps.ts';
import { effectsOf } from './effects.ts';
import { valuesOf } from './own-posts.ts';
import type { OwnPost } from './own-posts.ts';
import { readPost, traitsOf } from './traits.ts';
import type { PostReading } from './traits.ts';

type Liked = AudienceInsights['liked'];

/** Posts with results that it takes to say what an audience responds to. */
export const postsNeeded = 50;
/** Read in one go, so that nothing else waits long. */
const inOneGo = 20;
const mostUnclear = 12;
const mostEvidence = 3;

/** What an account's audience responds to, out of own posts from the oldest on. */
export async function likedOf(
  deps: Pick<AudienceDeps, 'phrasesOf' | 'toneOf'>,
  posts: readonly OwnPost[],
): Promise<Liked> {
  const counts = {
    have: posts.length,
    need: postsNeeded,
    from: posts[0]?.at ?? null,
    to: posts.at(-1)?.at ?? null,
  };
  if (posts.length < postsNeeded) return { ...counts, status: 'not_enough_data', compared: 0, traits: [] };
  const readings: PostReading[] = [];
  for (const [index, post] of posts.entries()) {
    readings.push(readPost(deps, post));
    if (index % inOneGo === inOneGo - 1) await setImmediate();
  }
  const values = valuesOf(posts);
  const traits = traitsOf(readings);
  const effects = effectsOf(
    values,
    traits.map(({ has }) => has),
  );
  const judged = traits.flatMap(({ has, ...trait }, index) => {
    const effect = effects[index];
    return effect === undefined ? [] : [{ trait, has, effect }];
  });
  const clear = judged
    .filter(({ effect }) => effect.clear)
    .sort((left, right) => Math.abs(right.effect.mean) - Math.abs(left.effect.mean));
  const unclear = judged
    .filter(({ effect }) => !effect.clear)
    .sort((left, right) => left.effect.chance - right.effect.chance)
    .slice(0, mostUnclear);
  const said = ({ trait, has, effect }: (typeof judged)[number]): AudienceTrait => ({
    ...trait,
    posts: has.filter(Boolean).length,
    effect: Math.expm1(effect.mean),
    low: Math.expm1(effect.low),
    high: Math.expm1(effect.high),
    clear: effect.clear,
    evidence: evidenceOf(posts, values, has, effect.mean < 0),
  });
  return {
    ...counts,
    status: clear.length > 0 ? 'clear' : 'nothing_clear',
    compared: traits.length,
    traits: [...clear, ...unclear].map(said),
  };
}

function evidenceOf(
  posts: readonly OwnPost[],
  values: readonly number[],
  has: readonly boolean[],
  worst: boolean,
): AudienceTrait['evidence'] {
  return posts
    .flatMap((post, index) => (has[index] === true ? [{ post, value: values[index] ?? 0 }] : []))
    .sort((left, right) => (worst ? left.value - right.value : right.value - left.value))
    .slice(0, mostEvidence)
    .map(({ post, value }) => ({
      text: post.text.slice(0, 280),
      publishedAt: post.at,
      url: post.url,
      remoteId: post.remoteId,
      interactions: post.interactions,
      beside: Math.expm1(value),
    }));
}
