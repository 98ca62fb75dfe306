import { z } from 'zod';
import type { CountingConfiguration } from '../../../src/engine/platforms/x/text/counting.ts';
import { standardCounting } from '../../../src/engine/platforms/x/text/counting.ts';
import { entitiesOf } from '../../../src/engine/platforms/x/text/entities.ts';
import type { Entity } from '../../../src/engine/platforms/x/text/entities.ts';
import { measure } from '../../../src/engine/platforms/x/text/measure.ts';
import type { Measurement } from '../../../src/shared/models/measurement.ts';
import { checked, compared } from '../check.ts';
import type { Check } from '../check.ts';
import { readShared } from '../shared-files.ts';
import { readYaml } from '../yaml.ts';

/** The rules of 140 characters that `validate.yml` was first written for (twitter-text `config/v1.json`). */
const version1: CountingConfiguration = {
  version: 1,
  maxWeightedTweetLength: 140,
  scale: 1,
  defaultWeight: 1,
  transformedURLLength: 23,
  ranges: [],
};
const version2: CountingConfiguration = { ...standardCounting, version: 2, emojiParsingEnabled: false };

const cases = <Expected extends z.ZodType>(expected: Expected) =>
  z.array(z.object({ description: z.string(), text: z.string(), expected }));
const counted = cases(z.object({ weightedLength: z.int(), valid: z.boolean(), validRangeEnd: z.int() }));
const valid = cases(z.boolean());
const listed = cases(z.array(z.string()));
const indices = z.tuple([z.int(), z.int()]);
const placed = cases(z.array(z.object({ indices })));

const validateFile = z.object({
  tests: z.object({
    tweets: valid,
    usernames: valid,
    hashtags: valid,
    WeightedTweetsCounterTest: counted,
    WeightedTweetsWithDiscountedEmojiCounterTest: counted,
    UnicodeDirectionalMarkerCounterTest: counted,
  }),
});

const extractFile = z.object({
  tests: z.object({
    mentions: listed,
    mentions_with_indices: placed,
    urls: listed,
    urls_with_indices: placed,
    urls_with_directional_markers: placed,
    tco_urls_with_params: listed,
    hashtags: listed,
    hashtags_from_astral: listed,
    hashtags_with_indices: placed,
    cashtags: listed,
    cashtags_with_indices: placed,
  }),
});

/** twitter-text's own conformance cases, through our counting. Lists and replies are not among what we read. */
export const checkTexts = (): readonly Check[] => {
  const { tests: validate } = validateFile.parse(readYaml(readShared('samples/text/validate.yml')));
  const { tests: extract } = extractFile.parse(readYaml(readShared('samples/text/extract.yml')));
  return [
    compared(
      'counting rules',
      'config v3',
      sorted(standardCounting),
      sorted(JSON.parse(readShared('samples/text/v3.json'))),
    ),
    ...checkCounts('weighted length, v2', validate.WeightedTweetsCounterTest, version2),
    ...checkCounts(
      'weighted length, v3',
      validate.WeightedTweetsWithDiscountedEmojiCounterTest,
      standardCounting,
    ),
    ...checkCounts('directional marks', validate.UnicodeDirectionalMarkerCounterTest, standardCounting),
    ...validate.tweets.map(({ description, text, expected }) =>
      compared('validity, 140 characters', description, measure(text, version1).valid, expected),
    ),
    ...checkWhole('usernames', validate.usernames, 'mention'),
    ...checkWhole('hashtag names', validate.hashtags, 'hashtag'),
    ...checkListed('mentions', extract.mentions, 'mentions'),
    ...checkListed('links', extract.urls, 'urls'),
    ...checkListed('t.co links', extract.tco_urls_with_params, 'urls'),
    ...checkListed('hashtags', extract.hashtags, 'hashtags'),
    ...checkListed('hashtags, astral', extract.hashtags_from_astral, 'hashtags'),
    ...checkListed('cashtags', extract.cashtags, 'cashtags'),
    ...checkPlaced('places of mentions', extract.mentions_with_indices, 'mention'),
    ...checkPlaced('places of links', extract.urls_with_indices, 'url'),
    ...checkPlaced('links between marks', extract.urls_with_directional_markers, 'url'),
    ...checkPlaced('places of hashtags', extract.hashtags_with_indices, 'hashtag'),
    ...checkPlaced('places of cashtags', extract.cashtags_with_indices, 'cashtag'),
  ];
};

const sorted = (value: object): object =>
  Object.fromEntries(Object.entries(value).sort(([one], [other]) => one.localeCompare(other)));

const checkCounts = (
  section: string,
  all: z.infer<typeof counted>,
  counting: CountingConfiguration,
): readonly Check[] =>
  all.map(({ description, text, expected }) => {
    const { length, valid, ranges = [] } = measure(text, counting);
    const over = ranges.find(({ reason }) => reason === 'over_limit');
    return checked(section, description, [
      ...(length === expected.weightedLength
        ? []
        : [`counts ${length}, expected ${expected.weightedLength}`]),
      ...(valid === expected.valid ? [] : [`valid: ${valid}`]),
      ...(over === undefined || over.start === expected.validRangeEnd + 1
        ? []
        : [`too long from ${over.start}, expected ${expected.validRangeEnd + 1}`]),
    ]);
  });

/** A name is valid where the whole text is one entity. */
const checkWhole = (section: string, all: z.infer<typeof valid>, kind: Entity['kind']): readonly Check[] =>
  all.map(({ description, text, expected }) => {
    const whole = entitiesOf(text).some(
      (entity) => entity.kind === kind && entity.start === 0 && entity.end === text.length,
    );
    return compared(section, description, whole, expected);
  });

const checkListed = (
  section: string,
  all: z.infer<typeof listed>,
  kind: keyof Measurement['entities'],
): readonly Check[] =>
  all.map(({ description, text, expected }) => {
    const found = measure(text, standardCounting).entities[kind];
    const bare = kind === 'urls' ? found : found.map((written) => written.slice(1));
    return compared(section, description, bare, expected);
  });

/** The cases count code points, our offsets UTF-16 units. */
const checkPlaced = (section: string, all: z.infer<typeof placed>, kind: Entity['kind']): readonly Check[] =>
  all.map(({ description, text, expected }) => {
    const points = (offset: number): number => Array.from(text.slice(0, offset)).length;
    const found = entitiesOf(text)
      .filter((entity) => entity.kind === kind)
      .map(({ start, end }) => [points(start), points(end)]);
    return compared(
      section,
      description,
      found,
      expected.map(({ indices }) => indices),
    );
  });
