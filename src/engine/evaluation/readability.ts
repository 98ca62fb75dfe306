import { z } from 'zod';
import type { Findings } from './evaluation.ts';
import { EvaluationInputError } from './input-error.ts';

/** One reference value: what an independent library gives for a text. */
export type ReferenceValue = {
  readonly source: string;
  readonly metric: string;
  readonly lang: string;
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>> | null;
  readonly expected: number;
  readonly tolerance: number;
};

/** Gives the value of a metric for a text; null where it is not measured here, or not with these parameters. */
export type MeasureMetric = (value: ReferenceValue) => number | null;

const fileSchema = z.object({
  cases: z
    .array(
      z.object({
        source: z.string().default('reference'),
        metric: z.string(),
        lang: z.string().default('en'),
        text: z.string(),
        params: z.record(z.string(), z.unknown()).nullable().default(null),
        expected: z.number(),
        tolerance: z.number().nonnegative().default(0),
      }),
    )
    .min(1),
});

/**
 * Reads reference values: `{"cases": [{"metric", "text", "expected", "tolerance", "source", "lang", "params"}]}`.
 * @throws EvaluationInputError where it is none.
 */
export const readReferenceValues = (text: string): readonly ReferenceValue[] => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new EvaluationInputError('The file is not JSON. Name a JSON file with reference values.');
  }
  const parsed = fileSchema.safeParse(json);
  if (parsed.success) return parsed.data.cases;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new EvaluationInputError(
    `The file has no "cases", each with metric, text and expected${where === '' ? '' : ` (see ${where})`}. Add them.`,
  );
};

type Tally = {
  readonly name: string;
  readonly within: number;
  readonly measured: number;
  readonly rows: number;
};

/** Two decimals of a third are not worth a fault. */
const slack = 1e-9;

const tallyOf = (name: string, values: readonly ReferenceValue[], measure: MeasureMetric): Tally => {
  const measured = values.flatMap((value) => {
    const found = measure(value);
    return found === null ? [] : [Math.abs(found - value.expected) <= value.tolerance + slack];
  });
  return { name, within: measured.filter(Boolean).length, measured: measured.length, rows: values.length };
};

/** Compares own measures with reference values, by metric, beside a plain baseline. */
export const readabilityFindings = (
  values: readonly ReferenceValue[],
  measure: MeasureMetric,
  baseline: MeasureMetric,
): Findings => {
  const byMetric = [...Map.groupBy(values, ({ metric }) => metric)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const tallies = byMetric.map(([metric, all]) => tallyOf(metric, all, measure));
  const own = tallyOf('All', values, measure);
  const plain = tallyOf('All', values, baseline);
  const judged = tallies.filter(({ measured }) => measured > 0);
  const plainWithin = (metric: string): number =>
    tallyOf(
      metric,
      values.filter((value) => value.metric === metric),
      baseline,
    ).within;
  return {
    tables: [
      {
        title: `Readability: ${own.measured} of ${own.rows} reference values are of measures that OCMA has`,
        heads: ['Measure', 'Within tolerance', 'Of', 'Baseline within'],
        rows: [
          ...judged.map(({ name, within, measured }) => [
            name,
            `${within}`,
            `${measured}`,
            `${plainWithin(name)}`,
          ]),
          [own.name, `${own.within}`, `${own.measured}`, `${plain.within}`],
        ],
      },
    ],
    notes: [
      'The baseline counts vowel groups as syllables, words at spaces and sentences at points.',
      'The libraries that gave the values disagree with each other, and in places with the published formulas: by their tolerance not all can be met.',
    ],
    json: {
      cases: own.rows,
      measured: own.measured,
      within: own.within,
      byFormula: Object.fromEntries(
        judged.map(({ name, within, measured }) => [name, { within, of: measured }]),
      ),
    },
    targets: [],
  };
};
