import type { Findings } from '../../../engine/evaluation/evaluation.ts';
import { EvaluationInputError } from '../../../engine/evaluation/input-error.ts';
import { readPosts } from '../../../engine/evaluation/post-table.ts';
import { timingFigures } from '../../../engine/evaluation/timing.ts';
import type { TimingGain } from '../../../engine/evaluation/timing.ts';
import type { EvaluationKind, EvaluationOptions } from './kinds.ts';
import { rowNotes } from './row-notes.ts';

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

const rowOf = (name: string, { gain, low, high }: TimingGain): readonly string[] => [
  name,
  percent(gain),
  `${percent(low)} to ${percent(high)}`,
];

const evaluate = (text: string, { target, shuffle = false }: EvaluationOptions): Findings => {
  const table = readPosts(text, target);
  const figures = timingFigures([...table.accounts.values()], { shuffle });
  if (figures.accounts === 0)
    throw new EvaluationInputError('No account in the file has the 200 posts that are needed.');
  const { gain, low, high, threeBestHours, difference } = figures;
  return {
    tables: [
      {
        title: `Reactions on held-back posts of ${figures.accounts} accounts at the advised times${shuffle ? ', values shuffled' : ''}`,
        heads: ['Advice', 'Gain', '95% interval'],
        rows: [
          rowOf('OCMA', figures),
          rowOf('The three hours with the best mean', threeBestHours),
          rowOf('The slots the account uses most', figures.habit),
          rowOf('The hour the account uses most', figures.fixedHour),
          rowOf('OCMA over the three best hours, account by account', difference),
        ],
      },
    ],
    notes: [
      `Learned from the first 70% of each account's posts, judged on the last 30%. No clear best time: ${figures.noClearBestTime} of ${figures.accounts} accounts; no advice that could be judged: ${figures.withoutAdvice}; both count as no gain.`,
      ...(low <= 0 && high >= 0
        ? ['The interval of the gain holds zero: over these accounts together there is no clear best time.']
        : []),
      ...(figures.accounts < 5
        ? ['The intervals are drawn over accounts: of so few they are too narrow, of one they have no width.']
        : [
            'An account has a best time where at most a tenth of those that have one are expected to be false alarms.',
          ]),
      ...rowNotes(table),
    ],
    json: {
      gain: rounded(gain),
      low: rounded(low),
      high: rounded(high),
      accounts: figures.accounts,
      noClearBestTime: figures.noClearBestTime,
      withoutAdvice: figures.withoutAdvice,
      baselineGain: rounded(threeBestHours.gain),
      baselineLow: rounded(threeBestHours.low),
      baselineHigh: rounded(threeBestHours.high),
      habitGain: rounded(figures.habit.gain),
      fixedHourGain: rounded(figures.fixedHour.gain),
      difference: rounded(difference.gain),
      differenceLow: rounded(difference.low),
      differenceHigh: rounded(difference.high),
    },
    targets: shuffle
      ? [
          {
            name: 'Accounts without a clear best time, values shuffled',
            value: figures.noClearBestTime / figures.accounts,
            atLeast: 0.95,
          },
        ]
      : [
          { name: 'Best-time gain', value: gain, atLeast: 0.15 },
          { name: 'Gain over the three best hours, lower bound', value: difference.low, atLeast: 0 },
        ],
  };
};

/** `ocma eval timing FILE.csv`. */
export const timing: EvaluationKind = {
  run: evaluate,
  samples: [
    {
      file: 'history/twitter_timelines.csv.gz',
      original: 'a public research set of 17 Twitter accounts, 2015; its address is not known here',
    },
    {
      file: 'history/facebook_pages.csv.gz',
      original: 'a public research set of 55 Facebook Pages, 2014-2017; its address is not known here',
    },
  ].flatMap((sample) => [sample, { ...sample, options: { shuffle: true } }]),
};
