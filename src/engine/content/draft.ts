import type { Language } from '../../shared/models/analysis.ts';
import type { Measurement } from '../../shared/models/measurement.ts';
import type { ContentInput } from './content-input.ts';
import { stemOf } from './keyphrases.ts';
import { languageOf } from './language.ts';
import { wordsOf } from './readability/words.ts';

/** A post prepared for the measures: counted once, with its language and its prose set apart. */
export type Draft = {
  readonly input: ContentInput;
  readonly measurements: readonly Measurement[];
  /** All parts, a blank line between two. */
  readonly text: string;
  /** The text without links and without the row of hashtags at a part's end: what a reader reads. */
  readonly prose: string;
  readonly words: readonly string[];
  /** The prose's words in lower case, as written and by their stems. */
  readonly lowerWords: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly hashtags: readonly string[];
  readonly urls: readonly string[];
  readonly language: Language;
};

const trailingTags = /(?:[\s\p{Extended_Pictographic}\uFE0F]+[#＃@$][\p{L}\p{M}\p{N}_]+)+\s*$/u;

/**
 * An address whatever the network makes of it: with a scheme, with `www.`, or a name with a path. The punctuation after
 * it belongs to the sentence.
 */
const address =
  /(?:(?<![\p{L}\p{N}])(?:[a-z][a-z\d+]{1,15}:\/\/|www\.)|(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/)\S*[^\s.,;:!?…()[\]{}"'“”‘’«»]/giu;

/** Text without the network's links and whatever else looks like one, so that their letters count as no words. */
export const withoutUrls = (text: string, urls: readonly string[]): string =>
  [...new Set(urls)]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, url) => rest.replaceAll(url, ' '), text)
    .replaceAll(address, ' ');

const proseOf = (text: string, { entities }: Measurement): string => {
  const plain = ` ${withoutUrls(text, entities.urls)}`.trimEnd();
  const cut = trailingTags.exec(plain.slice(-400));
  const body = cut === null ? plain : plain.slice(0, plain.length - cut[0].length);
  return body.trim();
};

/** Prepares a post for the measures. */
export const draftOf = (input: ContentInput): Draft => {
  const measured = input.parts.map((text) => ({ text, measurement: input.rules.measure(text) }));
  const prose = measured
    .map(({ text, measurement }) => proseOf(text, measurement))
    .filter((part) => part !== '')
    .join('\n\n');
  const words = wordsOf(prose);
  return {
    input,
    measurements: measured.map(({ measurement }) => measurement),
    text: input.parts.join('\n\n'),
    prose,
    words,
    lowerWords: new Set(words.map((word) => word.toLowerCase())),
    stems: new Set(words.map(stemOf)),
    hashtags: measured.flatMap(({ measurement }) => measurement.entities.hashtags),
    urls: measured.flatMap(({ measurement }) => measurement.entities.urls),
    language: languageOf(prose),
  };
};
