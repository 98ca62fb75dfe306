import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { moodFeatureNames, moodFeaturesOf } from '../src/engine/content/sentiment/mood-features.ts';
import { compoundOfScores } from '../src/engine/content/sentiment/mood-model.ts';
import { loadRatings, readingOf } from '../src/engine/content/sentiment/reading.ts';
import { readJudgedTexts, sentimentFigures } from '../src/engine/evaluation/sentiment.ts';
import type { JudgedText } from '../src/engine/evaluation/sentiment.ts';
import { inProject } from './project.ts';

/**
 * Fits the weights of the sentiment model and writes them into the source:
 *
 *   node scripts/train-sentiment.ts --labelled tweeteval_val.tsv --rated vader_tweets_part.tsv [--report] [--only labelled|rated]
 *
 * A multinomial logistic regression on the features of `mood-features.ts`, with a ridge, by accelerated gradient descent
 * from zero: the same data give the same weights. Each class of the labelled texts weighs the same; all rated texts
 * together weigh `ratedWeight` times such a class. With --report nothing is written, and the figures of five folds are
 * printed for three shufflings, each row judged by weights that have not seen it; with --only the weights are fitted on one
 * file and judged on both.
 */
const ratedWeight = 3;
const ridge = 0.1;
const rounds = 400;
const folds = 5;
const classes = ['negative', 'neutral', 'positive'] as const;

interface Example {
  readonly judged: JudgedText;
  readonly features: readonly number[];
  readonly rated: boolean;
}

type Scores = [number, number, number];

interface Fitted {
  readonly intercept: Scores;
  readonly byFeature: readonly Scores[];
}

const { values: options } = parseArgs({
  options: {
    labelled: { type: 'string' },
    rated: { type: 'string' },
    report: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
if (options.labelled === undefined || options.rated === undefined) {
  console.error('Name both files: --labelled FILE.tsv --rated FILE.tsv');
  process.exit(2);
}
const ratings = loadRatings();
const examples = [...examplesOf(options.labelled, false), ...examplesOf(options.rated, true)];
if (options.only !== undefined) reportTransfer(options.only === 'rated');
else if (options.report) for (const seed of [1, 2, 3]) reportFolds(seed);
else write(fit(examples));

function examplesOf(file: string, rated: boolean): Example[] {
  return readJudgedTexts(readFileSync(file, 'utf8')).map((judged) => ({
    judged,
    features: moodFeaturesOf(readingOf(judged.text, ratings)),
    rated,
  }));
}

/** How much each example counts. */
function weightsOf(part: readonly Example[]): number[] {
  const size = (rated: boolean, mood?: string): number =>
    part.filter((one) => one.rated === rated && (mood === undefined || one.judged.mood === mood)).length;
  const sizes = new Map(classes.map((mood) => [mood, size(false, mood)]));
  const ratedSize = size(true);
  return part.map(({ rated, judged }) =>
    rated ? ratedWeight / ratedSize : 1 / (sizes.get(judged.mood) ?? 1),
  );
}

function fit(part: readonly Example[]): Fitted {
  const width = moodFeatureNames.length;
  const columns = Array.from({ length: width }, (_value, column) =>
    part.map(({ features }) => features[column] ?? 0),
  );
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / part.length);
  const spreads = columns.map((column, index) => {
    const variance = column.reduce((sum, value) => sum + (value - (means[index] ?? 0)) ** 2, 0) / part.length;
    return Math.sqrt(variance) || 1;
  });
  const rows = part.map(({ features }) =>
    Float64Array.from([
      ...features.map((value, index) => (value - (means[index] ?? 0)) / (spreads[index] ?? 1)),
      1,
    ]),
  );
  const wanted = part.map(({ judged }) => classes.indexOf(judged.mood));
  const counts = weightsOf(part);
  const total = counts.reduce((sum, count) => sum + count, 0);
  // Half the largest curvature of the loss, which the squared length of the rows bounds.
  const bound = rows.reduce((sum, row, index) => sum + (counts[index] ?? 0) * dot(row, row), 0) / 2;
  const step = 1 / (Math.min(bound, total * 12) + ridge);
  const size = 3 * (width + 1);
  let [now, ahead] = [new Float64Array(size), new Float64Array(size)];
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(size);
    for (const [index, row] of rows.entries()) {
      const chances = softmax([0, 1, 2].map((mood) => dot(row, ahead.subarray(mood * (width + 1)))));
      for (const [mood, chance] of chances.entries()) {
        const error = (counts[index] ?? 0) * (chance - (wanted[index] === mood ? 1 : 0));
        const offset = mood * (width + 1);
        for (let column = 0; column <= width; column += 1) {
          gradient[offset + column] = (gradient[offset + column] ?? 0) + error * (row[column] ?? 0);
        }
      }
    }
    const next = ahead.map((weight, place) => {
      const isIntercept = place % (width + 1) === width;
      return weight - step * ((gradient[place] ?? 0) + (isIntercept ? 0 : ridge * weight));
    });
    ahead = next.map((weight, place) => weight + ((round - 1) / (round + 2)) * (weight - (now[place] ?? 0)));
    now = next;
  }
  const at = (mood: number, column: number): number => now[mood * (width + 1) + column] ?? 0;
  const plain = (mood: number, column: number): number => at(mood, column) / (spreads[column] ?? 1);
  const intercept = (mood: number): number =>
    columns.reduce(
      (sum, _column, column) => sum - plain(mood, column) * (means[column] ?? 0),
      at(mood, width),
    );
  return {
    intercept: [intercept(0), intercept(1), intercept(2)],
    byFeature: columns.map((_column, column): Scores => [
      plain(0, column),
      plain(1, column),
      plain(2, column),
    ]),
  };
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < row.length; index += 1) sum += (row[index] ?? 0) * (weights[index] ?? 0);
  return sum;
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((all, one) => all + one, 0);
  return raised.map((one) => one / sum);
}

function compoundBy({ intercept, byFeature }: Fitted, features: readonly number[]): number {
  const score = (mood: 0 | 1 | 2): number =>
    features.reduce((sum, value, index) => sum + value * (byFeature[index]?.[mood] ?? 0), intercept[mood]);
  return compoundOfScores([score(0), score(1), score(2)]);
}

function reportFolds(seed: number): void {
  const order = shuffled(examples.length, seed);
  const compounds = new Map<JudgedText, number>();
  for (let fold = 0; fold < folds; fold += 1) {
    const fitted = fit(order.filter((_index, place) => place % folds !== fold).map(exampleAt));
    for (const { judged, features } of order
      .filter((_index, place) => place % folds === fold)
      .map(exampleAt)) {
      compounds.set(judged, compoundBy(fitted, features));
    }
  }
  print(`Five folds, shuffling ${seed}`, compounds);
}

function reportTransfer(rated: boolean): void {
  const fitted = fit(examples.filter((example) => example.rated === rated));
  print(
    `Fitted on ${rated ? 'rated' : 'labelled'} texts only`,
    new Map(examples.map(({ judged, features }) => [judged, compoundBy(fitted, features)])),
  );
}

function print(title: string, compounds: ReadonlyMap<JudgedText, number>): void {
  for (const rated of [false, true]) {
    const texts = examples.filter((example) => example.rated === rated).map(({ judged }) => judged);
    const byText = new Map(texts.map((judged) => [judged.text, compounds.get(judged) ?? 0]));
    const { macroRecall, f1, accuracy, pearson } = sentimentFigures(texts, (text) => byText.get(text) ?? 0);
    const shown = [macroRecall, f1, accuracy, pearson ?? 0].map((value) => value.toFixed(4)).join(' ');
    console.log(`${title}, ${rated ? 'rated' : 'labelled'}: macro recall, F1, accuracy, Pearson ${shown}`);
  }
}

function exampleAt(index: number): Example {
  const example = examples[index];
  if (example === undefined) throw new Error(`There is no example ${index}.`);
  return example;
}

/** The numbers below `length` in an order that the seed decides. */
function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_value, index) => index);
  let state = seed;
  for (let last = length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

function write({ intercept, byFeature }: Fitted): void {
  const three = (scores: Scores): string => `[${scores.map((score) => Number(score.toFixed(4))).join(', ')}]`;
  const lines = moodFeatureNames.map(
    (name, index) => `    ${name}: ${three(byFeature[index] ?? [0, 0, 0])},`,
  );
  writeFileSync(
    inProject('src', 'engine', 'content', 'sentiment', 'mood-weights.ts'),
    `import type { MoodWeights } from './mood-model.ts';

/**
 * Log-odds of negative, neutral and positive by feature. Written by scripts/train-sentiment.ts, which says how. Fitted on
 * 1,648 of VADER's rated tweets (MIT licence; Hutto, Gilbert 2014) and on the validation part of TweetEval's sentiment
 * set (2,000 tweets of SemEval 2017, for research use; Barbieri et al. 2020). These ${moodFeatureNames.length} triples are all that is kept of
 * them: no word and no text. docs/adr/0024-fit-a-small-sentiment-model.md has the figures.
 */
export const moodWeights: MoodWeights = {
  intercept: ${three(intercept)},
  byFeature: {
${lines.join('\n')}
  },
};
`,
  );
}
