import { evaluateEngagement } from '../../../engine/evaluation/engagement.ts';
import type { EngagementEvaluation, EngagementFigures } from '../../../engine/evaluation/engagement.ts';
import type { Findings } from '../../../engine/evaluation/evaluation.ts';
import { readOutcomes } from '../../../engine/evaluation/outcome-table.ts';
import type { EvaluationKind, EvaluationOptions } from './kinds.ts';
import { rowNotes } from './row-notes.ts';

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

const rowOf = (name: string, figures: EngagementFigures): readonly string[] => [
  name,
  percent(figures.medianApe),
  figures.rankCorrelation.toFixed(3),
  figures.rankWithinAccount.toFixed(3),
  percent(figures.coverage80),
];

const protocolOf = ({ protocol }: EngagementEvaluation): string =>
  protocol.kind === 'later'
    ? "Learned on the first 70% of each account's posts by time, judged on the rest, each with what the posts before it earned known."
    : `Cross-validated: ${protocol.folds} folds in ${protocol.repeats} seeded orders, because the rows have no times.`;

const evaluate = (text: string, { target }: EvaluationOptions): Findings => {
  const table = readOutcomes(text, target);
  const found = evaluateEngagement(table.examples);
  const { model, median, running } = found;
  const { study } = table;
  return {
    tables: [
      {
        title: `${table.outcome} of ${table.examples.length} posts, ${model.rows} of them judged unseen`,
        heads: ['Model', 'Median error', 'Rank correlation', 'Within accounts', 'In 80% intervals'],
        rows: [
          rowOf('OCMA', model),
          rowOf("Each account's median", median),
          ...(running === null ? [] : [rowOf("Level of the account's last 50", running)]),
          ...(study ? [['Random forest, measured on all 500 rows', '29%', '0.700', '', '']] : []),
        ],
      },
    ],
    notes: [
      protocolOf(found),
      `Inputs, all known before publishing: ${table.inputs.join(', ')}.`,
      ...rowNotes(table),
    ],
    json: {
      rows: table.examples.length,
      judged: model.rows,
      protocol: found.protocol.kind,
      medianApe: rounded(model.medianApe),
      rankCorrelation: rounded(model.rankCorrelation),
      rankWithinAccount: rounded(model.rankWithinAccount),
      coverage80: rounded(model.coverage80),
      baseline: {
        medianApe: rounded(median.medianApe),
        rankCorrelation: rounded(median.rankCorrelation),
        coverage80: rounded(median.coverage80),
      },
    },
    targets: [
      ...(study
        ? [
            { name: 'Median error', value: model.medianApe, atMost: 0.27 },
            { name: 'Rank correlation', value: model.rankCorrelation, atLeast: 0.72 },
          ]
        : []),
      { name: 'Share of outcomes in 80% intervals', value: model.coverage80, atLeast: 0.75, atMost: 0.85 },
    ],
  };
};

/** `ocma eval engagement FILE.csv`. */
export const engagement: EvaluationKind = {
  run: evaluate,
  samples: [
    {
      file: 'history/uci_facebook_metrics_part.csv',
      original: 'https://archive.ics.uci.edu/dataset/368/facebook+metrics',
    },
    {
      file: 'history/twitter_timelines.csv.gz',
      original: 'a public research set of Twitter timelines, 2015 (see the README of the samples)',
    },
    {
      file: 'history/facebook_pages.csv.gz',
      original: 'a public research set of Facebook Pages, 2014-2017 (see the README of the samples)',
    },
  ],
};
