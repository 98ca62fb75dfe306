import { classificationFigures } from './classification.ts';
import type { ClassificationFigures } from './classification.ts';
import { pearson } from './correlation.ts';
import { EvaluationInputError } from './input-error.ts';
import { readQuoted, readTabSeparated } from './tab-separated.ts';
import type { TabRow } from './tab-separated.ts';

const classes = ['negative', 'neutral', 'positive'] as const;

type Mood = (typeof classes)[number];

/** A text with what people said of it: a class, a mean rating from -4 to 4, or both. */
export type JudgedText = { readonly text: string; readonly mood: Mood; readonly rating: number | null };

/** How well a model's compound values agree with people. */
export type SentimentFigures = ClassificationFigures & {
  readonly rows: number;
  /** Of the compound with the ratings; null where there are classes only. */
  readonly pearson: number | null;
};

/** Compounds and ratings nearer to zero than this are neutral. */
const neutralBelow = 0.05;

const moodOf = (value: number): Mood => {
  if (value >= neutralBelow) return 'positive';
  return value <= -neutralBelow ? 'negative' : 'neutral';
};

const needed = [['text'], ['label', 'mean_rating']];

/**
 * Reads judged texts: `text`, and `label` (0, 1, 2, or -1, 0, 1, or negative, neutral, positive) or `mean_rating` (-4 to 4,
 * positive and negative from 0.05 either side of zero). Quotes are taken for text first; a file that makes no sense so is
 * read as a spreadsheet writes it, with quoted cells and whatever separates its columns.
 * @throws EvaluationInputError where columns are missing or a value means nothing.
 */
export const readJudgedTexts = (file: string): readonly JudgedText[] => {
  try {
    return judgedFrom(readTabSeparated(file, needed));
  } catch (error) {
    const quoted = readQuoted(file, needed);
    if (!(error instanceof EvaluationInputError) || quoted === null) throw error;
    return judgedFrom(quoted);
  }
};

const judgedFrom = (rows: readonly TabRow[]): readonly JudgedText[] => {
  if (rows.length === 0) throw new EvaluationInputError('There is no row under the header. Add some.');
  const signed = rows.some(({ cells }) => Number(cells.get('label')?.trim() || '0') === -1);
  return rows.map((row) => {
    const rating = ratingOf(row);
    const mood = labelOf(row, signed ? -1 : 0) ?? (rating === null ? null : moodOf(rating));
    if (mood === null) throw new EvaluationInputError(`Line ${row.line} has neither a label nor a rating.`);
    return { text: asWritten(row.cells.get('text') ?? ''), mood, rating };
  });
};

/** A text as its author wrote it: public sets come with characters as `\u2019` and in the quotes of an earlier CSV file. */
const asWritten = (cell: string): string => {
  const text = cell
    .replaceAll(/\\u([\da-f]{4})/gi, (_escape, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(String.raw`\"`, '"')
    .trim();
  const inner = text.replace(/^"+/, '').replace(/"+$/, '').trim();
  const isWhole = (inner.split('"').length - 1) % 2 === 0 && !/^[^"]*[^\s"]"/.test(inner);
  return isWhole && inner !== '' ? inner : text;
};

/** The mood that a label names, by its word or by a number; `least` is the number of negative. */
const labelOf = ({ cells, line }: TabRow, least: -1 | 0): Mood | null => {
  const label = cells.get('label')?.trim().toLowerCase() ?? '';
  if (label === '') return null;
  const mood = classes.find(
    (name, index) => label === name || label === name.slice(0, 3) || Number(label) === index + least,
  );
  if (mood !== undefined) return mood;
  throw new EvaluationInputError(
    `Line ${line} has the label "${label}". Labels are 0, 1, 2, or -1, 0, 1, or negative, neutral, positive.`,
  );
};

const ratingOf = ({ cells, line }: TabRow): number | null => {
  const cell = cells.get('mean_rating')?.trim() ?? '';
  if (cell === '') return null;
  const rating = Number(cell);
  if (Math.abs(rating) <= 4) return rating;
  throw new EvaluationInputError(
    `Line ${line} has the mean_rating "${cell}". Ratings are numbers from -4 to 4.`,
  );
};

/** Judges a model by its compounds, -1 to 1, for each text. */
export const sentimentFigures = (
  texts: readonly JudgedText[],
  compoundOf: (text: string) => number,
): SentimentFigures => {
  const compounds = texts.map(({ text }) => compoundOf(text));
  const rated = texts.flatMap(({ rating }, row) => (rating === null ? [] : [[rating, compounds[row] ?? 0]]));
  const column = (index: number): number[] => rated.map((pair) => pair[index] ?? 0);
  return {
    ...classificationFigures(
      texts.map(({ mood }) => mood),
      compounds.map(moodOf),
    ),
    rows: texts.length,
    pearson: rated.length === 0 ? null : pearson(column(0), column(1)),
  };
};

/** Judges the answer that costs nothing: the commonest class for all. */
export const majorityFigures = (texts: readonly JudgedText[]): SentimentFigures => {
  const count = (name: Mood): number => texts.filter(({ mood }) => mood === name).length;
  const commonest = classes.toSorted((one, other) => count(other) - count(one))[0] ?? 'neutral';
  return sentimentFigures(texts, () => ({ negative: -1, neutral: 0, positive: 1 })[commonest]);
};
