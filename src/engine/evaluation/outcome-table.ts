import { readTable } from '../imports/table/read-table.ts';
import { textFeatures, timeFeatures } from '../learning/model/post-features.ts';
import type { Example } from '../learning/model/example.ts';
import { EvaluationInputError } from './input-error.ts';

/** Past posts with what they earned, and how the file was read. */
export interface OutcomeTable {
  readonly examples: readonly Example[];
  /** What the outcome is, in words. */
  readonly outcome: string;
  /** Columns that were taken as known before publishing. */
  readonly inputs: readonly string[];
  /** Rows without a number in the outcome's place, or without a time that can be read. */
  readonly left: number;
  /** The file has the columns of the UCI set 'Facebook metrics'. */
  readonly uci: boolean;
}

/** What is known before publishing in the UCI set, by its own names, and what it is here. */
const uciInputs: Readonly<Record<string, { readonly feature: string; readonly kind: 'number' | 'word' }>> = {
  'page total likes': { feature: 'account.size', kind: 'number' },
  type: { feature: 'type', kind: 'word' },
  category: { feature: 'category', kind: 'word' },
  'post month': { feature: 'time.month', kind: 'number' },
  'post weekday': { feature: 'time.weekday', kind: 'number' },
  'post hour': { feature: 'time.hour', kind: 'number' },
  paid: { feature: 'paid', kind: 'number' },
};
const uciTarget = 'lifetime post consumers';

const accountNames = ['account', 'page', 'account_id', 'username'];
const timeNames = ['published_at', 'created_utc', 'created_at', 'date'];
const textNames = ['text', 'message', 'content'];
/** Added up where no outcome is named. */
const interactionNames = ['likes', 'reactions', 'comments', 'shares', 'retweets'];
/** Known only after publishing, or naming the row: never an input. */
const notInputs =
  /like|reaction|comment|share|retweet|repl|quote|favou?rite|impression|reach|view|click|engage|interaction|save|consum|lifetime|total|score|outcome|rate$|^sample$|(^|_)id$|url|link_to/;

/**
 * Reads a CSV of past posts: `account, published_at, type, text, impressions, likes, comments, shares`, of which all but an
 * outcome may be missing; further columns are inputs unless their names say that they were counted afterwards. The
 * outcome is `target`, else likes, comments and shares together. The UCI set is known by its own columns.
 * @throws EvaluationInputError where the file has no outcome.
 */
export function readOutcomes(csv: string, target?: string): OutcomeTable {
  const { header, lines } = readTable(csv);
  const names = header.map((name) => name.trim().toLowerCase());
  const uci = names.includes('page total likes') && names.includes('post weekday');
  const wanted = target?.trim().toLowerCase() ?? (uci ? uciTarget : undefined);
  const outcomes = outcomeColumns(names, wanted);
  const inputs = names.flatMap((name, at) => {
    if (outcomes.includes(at)) return [];
    if (uci) return name in uciInputs ? [at] : [];
    const isMain = [...accountNames, ...timeNames, ...textNames].includes(name);
    return !isMain && name !== '' && !notInputs.test(name) ? [at] : [];
  });
  const place = (choices: readonly string[]): number => names.findIndex((name) => choices.includes(name));
  const [account, time, text] = [place(accountNames), place(timeNames), place(textNames)];
  const numeric = new Set(inputs.filter((at) => isNumeric(lines.map(({ cells }) => cells[at] ?? ''))));

  const examples = lines.flatMap(({ cells }): Example[] => {
    const outcome = outcomeOfRow(cells, outcomes);
    const at = time < 0 ? null : instantOf(cells[time] ?? '');
    if (outcome === null || (time >= 0 && at === null)) return [];
    const features: Record<string, number | string | null> = {
      ...(text >= 0 && textFeatures(cells[text] ?? '')),
      ...(at !== null && timeFeatures(at, 0)),
    };
    for (const input of inputs) {
      const name = names[input] ?? '';
      const known = uci ? uciInputs[name] : undefined;
      const word = known === undefined ? !numeric.has(input) : known.kind === 'word';
      features[known?.feature ?? `column.${name}`] = cellOf(cells[input] ?? '', word);
    }
    return [{ account: account < 0 ? '' : (cells[account] ?? ''), at, features, outcome }];
  });
  if (examples.length === 0)
    throw new EvaluationInputError('No row has an outcome that is a number. Check the columns.');
  return {
    examples,
    outcome: outcomes.map((at) => header[at]?.trim() ?? '').join(' + '),
    inputs: [
      ...(text >= 0 ? [names[text] ?? ''] : []),
      ...(time >= 0 ? [names[time] ?? ''] : []),
      ...inputs.map((at) => names[at] ?? ''),
    ],
    left: lines.length - examples.length,
    uci,
  };
}

function outcomeColumns(names: readonly string[], wanted: string | undefined): number[] {
  const found = names.flatMap((name, at) =>
    (wanted === undefined ? interactionNames.includes(name) : name === wanted) ? [at] : [],
  );
  if (found.length > 0) return found;
  throw new EvaluationInputError(
    wanted === undefined
      ? 'The file has none of the columns likes, comments and shares. Name the outcome with --target COLUMN.'
      : `The file has no column "${wanted}". It has: ${names.join(', ')}.`,
  );
}

function outcomeOfRow(cells: readonly string[], columns: readonly number[]): number | null {
  const values = columns.flatMap((at) => numberOf(cells[at] ?? '') ?? []);
  return values.length === 0
    ? null
    : Math.max(
        0,
        values.reduce((sum, value) => sum + value, 0),
      );
}

function cellOf(cell: string, word: boolean): number | string | null {
  if (cell.trim() === '') return null;
  return word ? cell.trim().toLowerCase() : numberOf(cell);
}

function numberOf(cell: string): number | null {
  const value = cell.trim() === '' ? Number.NaN : Number(cell);
  return Number.isFinite(value) ? value : null;
}

function isNumeric(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '' || numberOf(cell) !== null);
}

function instantOf(cell: string): number | null {
  const given = cell.trim();
  // A time without a zone is taken as UTC: the machine's own zone must not change the figures.
  const iso = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(given)
    ? `${given.replace(' ', 'T')}Z`
    : given;
  const instant = Date.parse(iso);
  return Number.isFinite(instant) ? instant : null;
}
