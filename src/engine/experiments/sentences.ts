import type { Experiment } from '../../shared/models/experiment.ts';
import type { Words } from '../words.ts';
import type { StoredExperiment } from './experiment-store.ts';
import type { TestResult } from './test-result.ts';

interface About {
  readonly experiment: StoredExperiment;
  /** As it is shown, but for its sentences. */
  readonly shown: Experiment;
  readonly result: TestResult;
}

const percent = (share: number): number => Math.round(share * 100);
/** Never 100%, never 0: nothing is certain here. */
const chance = (probability: number): number => Math.min(99, Math.max(1, percent(probability)));
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(percent(share))}%`;

/** How a test stands, in one sentence. */
export function sentenceOf(words: Words, { shown, result }: About): string {
  const { state, posts, winner, variants } = shown;
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    words(`experiments.sentence.${key}`, params);
  if (state === 'planned') return say('planned', { count: posts.planned });
  if (state === 'running')
    return say('running', { count: posts.planned, out: posts.out, read: posts.counted });
  const best = winner === null ? undefined : variants[winner];
  const early = state === 'stopped';
  if (best !== undefined && best.lift !== null)
    return say(early ? 'stoppedAhead' : 'decided', {
      variant: best.name,
      lift: signed(best.lift.middle),
      low: signed(best.lift.low),
      high: signed(best.lift.high),
      chance: chance(best.probabilityClearlyBest ?? 0),
      count: posts.counted,
    });
  if (early) return say('stopped', { count: posts.counted });
  return say(result.verdict.kind === 'undecided' ? result.verdict.because : 'unclear', {
    count: posts.counted,
    least: shown.bar.posts,
    impressions: shown.bar.impressions,
  });
}

/** Everything that a reader must know to judge the numbers, the most important first. */
export function whyOf(words: Words, { experiment, shown, result }: About): string[] {
  const { bar, posts, scheme, versionsOut, readAfterHours, measure } = shown;
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    words(`experiments.why.${key}`, params);
  const left = result.posts.filter(({ use }) => use === 'left_out').length;
  const drawnIn = result.posts.filter(({ note }) => note === 'drawn_in').length;
  const factor = result.usualFactor.toFixed(1);
  return [
    ...(shown.practice ? [say('practice')] : []),
    ...(experiment.state === 'stopped' ? [say('stoppedEarly')] : []),
    ...(experiment.state === 'running' && posts.counted > 0 ? [say('peek')] : []),
    say('bar', { chance: percent(bar.threshold), margin: percent(bar.margin), count: bar.posts }),
    ...(measure === 'engagement_rate' ? [say('impressions', { impressions: bar.impressions })] : []),
    words(`experiments.measure.${measure}`),
    say('age', { hours: readAfterHours }),
    say(scheme),
    ...(versionsOut === 'one' ? [say('oneEach')] : []),
    result.learnedFrom === 0
      ? say('assumed', { factor })
      : say('learned', { factor, count: result.learnedFrom }),
    say('shrunk'),
    ...(drawnIn > 0 ? [say('drawnIn', { count: drawnIn })] : []),
    ...(left > 0 ? [say('leftOut', { count: left })] : []),
    ...(result.verdict.kind === 'decided' ? [] : moreOf(words, shown)),
  ];
}

/** How many more posts an undecided test would take, as a sentence; none where nothing was read. */
export function moreOf(
  words: Words,
  { morePosts, posts }: Pick<Experiment, 'morePosts' | 'posts'>,
): string[] {
  if (posts.counted === 0) return [];
  return [
    morePosts === null
      ? words('experiments.why.noMore')
      : words('experiments.why.more', { count: morePosts }),
  ];
}
