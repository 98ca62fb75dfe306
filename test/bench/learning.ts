import { learnAccount } from '../../src/engine/learning/learn-account.ts';
import type { PastOutcome } from '../../src/engine/learning/learn-account.ts';
import { featuresOf } from '../../src/engine/learning/learn-account.ts';
import { learn } from '../../src/engine/learning/model/learn.ts';
import { seededDraws } from '../../src/engine/learning/model/seeded.ts';
import type { Report } from './row.ts';
import { measured } from './statistics.ts';

const count = 100_000;
const runs = 3;
const hourMs = 3_600_000;

/** How long it takes to learn from 100,000 posts, in one thread. */
export async function measureLearning(): Promise<Report> {
  const posts = inventedPosts();
  const one: number[] = [];
  const whole: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    one.push(secondsOf(() => learn(examplesOf(posts))));
    whole.push(secondsOf(() => learnAccount(posts)));
  }
  return Promise.resolve({
    rows: [
      {
        name: `learn what ${count.toLocaleString('en')} posts earn, from their texts on`,
        unit: 's',
        measured: measured(one),
        target: { limit: 3, better: 'less' },
      },
      {
        name: 'the same for three outcomes, and judge it on the last 30%',
        unit: 's',
        measured: measured(whole),
      },
    ],
    notes: ['Learning: seconds of one core, whatever else the machine does meanwhile.'],
  });
}

/** Processor time: what others take of the machine meanwhile does not count. */
function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

function examplesOf(posts: readonly PastOutcome[]) {
  return posts.map((post) => ({
    account: '',
    at: post.at,
    features: featuresOf(post),
    outcome: post.interactions ?? 0,
  }));
}

function inventedPosts(): PastOutcome[] {
  const draws = seededDraws(1);
  const words = [
    'bread',
    'oven',
    '#sourdough',
    '@mara',
    'fresh',
    'today?',
    'https://example.com/a',
    'open',
    '🍞',
    'Rye!',
  ];
  return Array.from({ length: count }, (_, index) => {
    const length = 5 + draws.below(30);
    const text = Array.from({ length }, () => words[draws.below(words.length)] ?? '').join(' ');
    const interactions = Math.round(Math.exp(3 + 2 * draws.fraction() + (text.includes('?') ? 0.5 : 0)));
    return {
      at: index * 3 * hourMs,
      offsetMs: 0,
      text,
      type: draws.fraction() < 0.5 ? 'photo' : 'text',
      reply: false,
      impressions: interactions * (10 + draws.below(30)),
      interactions,
    };
  });
}
