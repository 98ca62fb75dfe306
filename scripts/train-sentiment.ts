import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  moodFeatureNames,
  moodFeaturesOf,
  moodInputNames,
  withPersonal,
} from '../src/engine/content/sentiment/mood-features.ts';
import { compoundOfScores } from '../src/engine/content/sentiment/mood-model.ts';
import { loadRatings, readingOf } from '../src/engine/content/sentiment/reading.ts';
import { readJudgedTexts, sentimentFigures } from '../src/engine/evaluation/sentiment.ts';
import type { JudgedText } from '../src/engine/evaluation/sentiment.ts';
import { inProject } from './project.ts';
import { fitSoftmax, scoreOf } from './softmax-regression.ts';
import type { ClassScore } from './softmax-regression.ts';

/**
 * Fits the weights of the sentiment model and writes them into the source, with the figures of rows that were left out:
 *
 *   node scripts/train-sentiment.ts --labelled tweeteval_val.tsv --rated vader_tweets_part.tsv [--report] [--only labelled|rated]
 *
 * Two logistic regressions with a ridge. The first tells the two sets apart by style and gives each post its share of the
 * personal; the second gives the mood, from the features and from their products with that share. So that the second sees
 * shares as they are of unseen posts, those it is fitted on come from folds. Each class of the labelled texts weighs the
 * same; all rated texts together weigh `ratedWeight` times such a class. The held-back figures are of five folds, each
 * row judged by weights that have not seen it, the mean of three shufflings. With --report nothing is written; with
 * --only the weights are fitted on one file and judged on both.
 */
const ratedWeight = 1.5;
const ridges = { mood: 0.4, personal: 0.05 } as const;
const rounds = 300;
const folds = 5;
const innerFolds = 4;
const shufflings = [1, 2, 3] as const;
const classes = ['negative', 'neutral', 'positive'] as const;

interface Example {
  readonly judged: JudgedText;
  readonly features: readonly number[];
  readonly rated: boolean;
}

interface Fitted {
  /** The log-odds that a post is of the rated texts' kind. */
  readonly personal: ClassScore;
  readonly moods: readonly ClassScore[];
}

interface HeldBack {
  readonly macroRecall: number;
  readonly f1: number;
  readonly accuracy: number;
  readonly pearson: number;
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
else {
  const heldBack = heldBackFigures();
  if (!options.report) write(fit(examples), heldBack);
}

function examplesOf(file: string, rated: boolean): Example[] {
  return readJudgedTexts(readFileSync(file, 'utf8')).map((judged) => ({
    judged,
    features: moodFeaturesOf(readingOf(judged.text, ratings)),
    rated,
  }));
}

function fit(part: readonly Example[]): Fitted {
  const shares = part.map(() => 0.5);
  for (let fold = 0; fold < innerFolds; fold += 1) {
    const others = fitPersonal(part.filter((_one, index) => index % innerFolds !== fold));
    for (const [index, { features }] of part.entries()) {
      if (index % innerFolds === fold) shares[index] = chanceOf(scoreOf(others, features));
    }
  }
  return {
    personal: fitPersonal(part),
    moods: fitSoftmax(
      part.map(({ features }, index) => withPersonal(features, shares[index] ?? 0)),
      {
        classes: classes.length,
        wanted: part.map(({ judged }) => classes.indexOf(judged.mood)),
        counts: weightsOf(part),
        ridge: ridges.mood,
        rounds,
      },
    ),
  };
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

function fitPersonal(part: readonly Example[]): ClassScore {
  const rated = part.filter((one) => one.rated).length;
  const [other, own] = fitSoftmax(
    part.map(({ features }) => features),
    {
      classes: 2,
      wanted: part.map((one) => (one.rated ? 1 : 0)),
      counts: part.map((one) => 1 / Math.max(1, one.rated ? rated : part.length - rated)),
      ridge: ridges.personal,
      rounds,
    },
  );
  return {
    intercept: (own?.intercept ?? 0) - (other?.intercept ?? 0),
    weights: moodFeatureNames.map((_name, at) => (own?.weights[at] ?? 0) - (other?.weights[at] ?? 0)),
  };
}

function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function compoundBy({ personal, moods }: Fitted, features: readonly number[]): number {
  const all = withPersonal(features, chanceOf(scoreOf(personal, features)));
  const score = (mood: number): number => {
    const own = moods[mood];
    return own === undefined ? 0 : scoreOf(own, all);
  };
  return compoundOfScores([score(0), score(1), score(2)]);
}

function heldBackFigures(): { labelled: HeldBack; rated: HeldBack } {
  const found = shufflings.map((seed) => {
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
    return print(`Five folds, shuffling ${seed}`, compounds);
  });
  const mean = (figures: readonly HeldBack[]): HeldBack => {
    const of = (name: keyof HeldBack): number =>
      figures.reduce((sum, one) => sum + one[name], 0) / figures.length;
    return { macroRecall: of('macroRecall'), f1: of('f1'), accuracy: of('accuracy'), pearson: of('pearson') };
  };
  return { labelled: mean(found.map((one) => one.labelled)), rated: mean(found.map((one) => one.rated)) };
}

function reportTransfer(rated: boolean): void {
  const fitted = fit(examples.filter((example) => example.rated === rated));
  print(
    `Fitted on ${rated ? 'rated' : 'labelled'} texts only`,
    new Map(examples.map(({ judged, features }) => [judged, compoundBy(fitted, features)])),
  );
}

function print(
  title: string,
  compounds: ReadonlyMap<JudgedText, number>,
): { labelled: HeldBack; rated: HeldBack } {
  const figuresOf = (rated: boolean): HeldBack => {
    const texts = examples.filter((example) => example.rated === rated).map(({ judged }) => judged);
    const byText = new Map(texts.map((judged) => [judged.text, compounds.get(judged) ?? 0]));
    const figures = sentimentFigures(texts, (text) => byText.get(text) ?? 0);
    const { macroRecall, f1, accuracy, pearson } = figures;
    const shown = [macroRecall, f1, accuracy, pearson ?? 0].map((value) => value.toFixed(4)).join(' ');
    console.log(`${title}, ${rated ? 'rated' : 'labelled'}: macro recall, F1, accuracy, Pearson ${shown}`);
    return { macroRecall, f1, accuracy, pearson: pearson ?? 0 };
  };
  return { labelled: figuresOf(false), rated: figuresOf(true) };
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

function write({ personal, moods }: Fitted, heldBack: { labelled: HeldBack; rated: HeldBack }): void {
  const short = (value: number | undefined): number => Number((value ?? 0).toFixed(4));
  const three = (at: number): string => `[${moods.map(({ weights }) => short(weights[at])).join(', ')}]`;
  const figures = ({ macroRecall, f1, accuracy, pearson }: HeldBack): string =>
    `{ macroRecall: ${short(macroRecall)}, f1: ${short(f1)}, accuracy: ${short(accuracy)}, pearson: ${short(pearson)} }`;
  writeFileSync(
    inProject('src', 'engine', 'content', 'sentiment', 'mood-weights.ts'),
    `import type { MoodWeights } from './mood-model.ts';

/**
 * Written by scripts/train-sentiment.ts, which says how. Fitted on 1,648 of VADER's rated tweets (MIT licence; Hutto,
 * Gilbert 2014) and on the validation part of TweetEval's sentiment set (2,000 tweets of SemEval 2017, for research use;
 * Barbieri et al. 2020). These numbers are all that is kept of them: no word and no text.
 * docs/adr/0024-fit-a-small-sentiment-model.md has the figures.
 */
export const moodWeights: MoodWeights = {
  personal: {
    intercept: ${short(personal.intercept)},
    byFeature: {
${moodFeatureNames.map((name, at) => `      ${name}: ${short(personal.weights[at])},`).join('\n')}
    },
  },
  intercept: [${moods.map(({ intercept }) => short(intercept)).join(', ')}],
  byFeature: {
${moodInputNames.map((name, at) => `    ${name}: ${three(at)},`).join('\n')}
  },
};

/** Figures on rows of those two sets that were left out of the fit: five folds, the mean of three shufflings. */
export const moodHeldBack = {
  labelled: ${figures(heldBack.labelled)},
  rated: ${figures(heldBack.rated)},
} as const;
`,
  );
}
