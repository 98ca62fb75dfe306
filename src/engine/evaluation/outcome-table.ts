import { textFeatures, timeFeatures } from '../learning/model/post-features.ts';
import type { Example } from '../learning/model/example.ts';
import { numberOf } from './cells.ts';
import { EvaluationInputError } from './input-error.ts';
import { readPastPosts } from './past-posts.ts';
import type { PastPosts } from './past-posts.ts';

/** Past posts with what they earned, and how the file was read. */
export interface OutcomeTable extends Pick<PastPosts, 'left' | 'copies'> {
  readonly examples: readonly Example[];
  /** What the outcome is, in words. */
  readonly outcome: string;
  /** Columns that were taken as known before publishing. */
  readonly inputs: readonly string[];
  /** The file has the columns of the UCI set 'Facebook metrics', and its outcome is the one of the study. */
  readonly study: boolean;
}

interface Input {
  readonly place: number;
  readonly feature: string;
  readonly kind: 'number' | 'word';
}

/** What is known before publishing in the UCI set, by its own names, and what it is here. */
const uciInputs: Readonly<Record<string, Omit<Input, 'place'>>> = {
  page_total_likes: { feature: 'account.size', kind: 'number' },
  type: { feature: 'type', kind: 'word' },
  category: { feature: 'category', kind: 'word' },
  post_month: { feature: 'time.month', kind: 'number' },
  post_weekday: { feature: 'time.weekday', kind: 'number' },
  post_hour: { feature: 'time.hour', kind: 'number' },
  paid: { feature: 'paid', kind: 'number' },
};
const uciTarget = 'lifetime_post_consumers';

const isUci = (names: readonly string[]): boolean =>
  names.includes('page_total_likes') && names.includes('post_weekday');

/** Known only after publishing, or naming the row: never an input. */
const notInputs =
  /like|reaction|comment|share|retweet|repost|repl|quote|favou?rite|bookmark|vote|plays|watch|impression|reach|view|click|engage|interaction|save|consum|lifetime|total|score|outcome|rate$|^sample$|(^|_)id$|url|link_to/;

/**
 * Reads a CSV of past posts to judge predictions by; see `readPastPosts`. Further columns are inputs unless their names say
 * that they were counted afterwards. The UCI set is known by its own columns.
 * @throws EvaluationInputError where the file has no outcome.
 */
export function readOutcomes(csv: string, target?: string): OutcomeTable {
  const table = readPastPosts(csv, (names) => target ?? (isUci(names) ? uciTarget : undefined));
  const { names, places, posts, outcomes, outcome, left, copies } = table;
  if (posts.every((post) => post.outcome === 0)) {
    throw new EvaluationInputError(
      `Every number in ${outcome} is 0, so that there is nothing to predict. Name another outcome with --target COLUMN.`,
    );
  }
  const uci = isUci(names);
  const inputs = uci ? uciInputsOf(names) : inputsOf(table);
  const examples = posts.map(({ cells, account, at, outcome: earned }): Example => {
    const features: Record<string, number | string | null> = {
      ...(places.text >= 0 && textFeatures(cells[places.text] ?? '')),
      ...(at !== null && timeFeatures(at, 0)),
    };
    for (const { place, feature, kind } of inputs) features[feature] = cellOf(cells[place] ?? '', kind);
    return { account, at, features, outcome: earned };
  });
  const used = [places.text, places.at, ...inputs.map(({ place }) => place)];
  return {
    examples,
    outcome,
    inputs: used.flatMap((place) => names[place] ?? []),
    left,
    copies,
    study: uci && outcomes.every((place) => names[place] === uciTarget),
  };
}

function uciInputsOf(names: readonly string[]): Input[] {
  return names.flatMap((name, place) => {
    const input = Object.hasOwn(uciInputs, name) ? uciInputs[name] : undefined;
    return input === undefined ? [] : [{ place, ...input }];
  });
}

function inputsOf({ names, places, outcomes, posts }: PastPosts): Input[] {
  const taken: readonly number[] = [places.account, places.at, places.text, ...outcomes];
  return names.flatMap((name, place) => {
    if (name === '' || taken.includes(place) || notInputs.test(name)) return [];
    const numeric = posts.every(({ cells }) => {
      const cell = cells[place] ?? '';
      return cell.trim() === '' || numberOf(cell) !== null;
    });
    return [{ place, feature: `column.${name}`, kind: numeric ? ('number' as const) : ('word' as const) }];
  });
}

function cellOf(cell: string, kind: Input['kind']): number | string | null {
  if (cell.trim() === '') return null;
  return kind === 'word' ? cell.trim().toLowerCase() : numberOf(cell);
}
