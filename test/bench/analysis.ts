import { createRequire } from 'node:module';
import { createAnalyzer } from '../../src/engine/content/analyze.ts';
import { noHistory } from '../../src/engine/content/content-input.ts';
import type { ContentInput } from '../../src/engine/content/content-input.ts';
import { moodOf } from '../../src/engine/content/sentiment/mood-model.ts';
import { loadRatings } from '../../src/engine/content/sentiment/reading.ts';
import { plainRules } from '../engine/content/support/plain-rules.ts';
import type { Report } from './row.ts';
import { measured, percentile } from './statistics.ts';

const posts = 5_000;
const rounds = 3;

const phrases =
  `We loved every minute of it|Doors open at seven tonight|Not the weather we had hoped for 🌧️|Thank you all so much!|
  Read more at https://example.com/a/long/path?with=query|#FreshBread #bakery|Why does nobody talk about this?|
  The new season starts on 4 March|I can't believe how good this tastes|A terrible queue, but a lovely crowd|
  @anna and @ben were there too|Save 20% until Friday|What would you have done?|It was the worst storm in years 😢|
  Our volunteers planted two hundred trees|Sooooo happy right now!!!|Here is what we learned from it`
    .split('|')
    .map((phrase) => phrase.trim());

/** A post of about 280 characters, another one for each number. */
function postOf(number: number): string {
  let text = '';
  for (let step = 1; text.length < 280; step += 1) {
    text += `${phrases[(number * step + step * step) % phrases.length] ?? ''} ${number % 97}. `;
  }
  return text.slice(0, 280);
}

function inputOf(text: string): ContentInput {
  return { parts: [text], rules: plainRules(), media: [], history: noHistory };
}

interface Vader {
  readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
}

/** The whole analysis of a draft, and its mood alone beside the program that the word list comes from. */
export function measureAnalysis(): Promise<Report> {
  const texts = Array.from({ length: posts }, (_value, number) => postOf(number));
  const analyze = createAnalyzer();
  const ratings = loadRatings();
  const vader: Vader = createRequire(import.meta.url)('vader-sentiment');
  const whole: number[] = [];
  const mood: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    whole.push(slowTime(texts, (text) => analyze(inputOf(text)).score));
    mood.push(slowTime(texts, (text) => moodOf(text, ratings).compound));
    reference.push(
      slowTime(texts, (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound),
    );
  }
  const ratio = measured(mood.map((time, round) => time / (reference[round] ?? time)));
  return Promise.resolve({
    rows: [
      {
        name: 'analysis of a post of 280 characters, 95% of 5,000 within',
        unit: 'ms',
        measured: measured(whole),
        target: { limit: 20, better: 'less' },
      },
      {
        name: 'its mood alone, 95% of 5,000 within',
        unit: 'ms',
        measured: measured(mood),
        target: { limit: 1, better: 'less' },
        yardsticks: [
          { name: 'vader-sentiment, which gives no reasons', measured: measured(reference), ratio },
        ],
      },
    ],
    notes: [
      'The analysis covers mood with reasons, readability, keyphrases, structure, platform fit and advice.',
    ],
  });
}

/** The time in milliseconds within which 95 of 100 texts are done. */
function slowTime(texts: readonly string[], measure: (text: string) => number): number {
  const times = texts.map((text) => {
    const start = performance.now();
    measure(text);
    return performance.now() - start;
  });
  return percentile(times, 0.95);
}
