import type { ContentRules } from '../../../platforms/content-rules.ts';
import { sentence } from '../../wording.ts';
import { offTopicFaults } from './stray.ts';
import { coinedNames, namesMissingFrom, namesOf, wordSetOf } from './names.ts';

interface Facts {
  readonly urls: ReadonlySet<string>;
  readonly handles: ReadonlySet<string>;
  readonly hashtags: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** The text without all these. */
  readonly rest: string;
}

const lowerCased = (items: readonly string[]): ReadonlySet<string> =>
  new Set(items.map((item) => item.toLowerCase()));

const spelled = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

const amount =
  /(?:([$€£¥₹])[ \u00A0]?)?(\p{Nd}+(?:[.,:]\p{Nd}+)*)(?:[ \u00A0]?([$€£¥₹%]|per ?cent\b|prozent\b|por ciento\b|pour cent\b))?/giu;

const listNumber = /^[ \t]*(\d{1,2})(?:[.)]|\uFE0F?\u20E3)[ \t]+/gmu;

/** A text without the numbers of a list that counts from one: they are no facts. */
const withoutListNumbers = (text: string): string => {
  const numbers = [...text.matchAll(listNumber)].map(([, number]) => Number(number));
  const isList = numbers.length >= 2 && numbers.every((number, index) => number === index + 1);
  return isList ? text.replaceAll(listNumber, '') : text;
};

/** Thousands that are set apart by spaces, as in French and Swedish. */
const spacedThousands = /(?<![\p{Nd}.,])\p{Nd}{1,3}(?:[ \u00A0\u202F]\p{Nd}{3})+(?![\p{Nd}])/gu;

/** Numbers with their currency or percent sign, whatever the separators. */
const numbersOf = (text: string): readonly string[] =>
  [
    ...withoutListNumbers(text)
      .replaceAll(spacedThousands, (number) => number.replaceAll(/[ \u00A0\u202F]/gu, ''))
      .matchAll(amount),
  ].map(([, before = '', digits = '', after = '']) => {
    const plain = digits.replaceAll(/[,.](?=\p{Nd}{3}(?!\p{Nd}))/gu, '').replaceAll(',', '.');
    const isShare = after === '%' || after.length > 1;
    return `${before || (isShare ? '' : after)}${plain}${isShare ? '%' : ''}`;
  });

/** Numbers up to twelve that are written as English words. */
const spelledNumbersOf = (text: string): ReadonlySet<string> => {
  const words = wordSetOf(text);
  return new Set(spelled.flatMap((word, number) => (words.has(word) ? [String(number)] : [])));
};

const factsOf = (text: string, { measure }: ContentRules): Facts => {
  const { urls, mentions, hashtags, cashtags } = measure(text).entities;
  const rest = [...urls, ...mentions, ...hashtags, ...cashtags]
    .sort((a, b) => b.length - a.length)
    .reduce((left, entity) => left.replaceAll(entity, ' '), text);
  return {
    urls: new Set([...urls, ...addressesIn(rest)]),
    handles: lowerCased([...mentions, ...cashtags]),
    hashtags: lowerCased(hashtags),
    numbers: new Set(numbersOf(rest)),
    rest,
  };
};

/** Addresses that the network does not make a link of, but a reader would follow. */
const addressesIn = (text: string): readonly string[] =>
  (text.match(/\b(?:https?:\/\/|www\.)[^\s<>"]+|\b(?:[a-z\d-]+\.)+[a-z]{2,}\/[^\s<>"]*/giu) ?? []).map(
    (address) => address.replace(/[.,;:!?)\]]+$/u, ''),
  );

/** Endings of addresses that a network makes a link of though nothing stands before or after. */
const bareDomain =
  /(?<![\p{L}\p{N}@._/-])(?:[a-z\d-]+\.)+(?:com|net|org|io|dev|app|ai|info|biz|shop|store|online|site|xyz|link|click|co|eu|de|uk|fr|es|nl|ch|ru|cn|br|jp)(?![\p{L}\p{N}_-]|\.[a-z])/giu;

/** Names of servers that the original does not hold in any form. */
const strangeDomains = (text: string, original: string): readonly string[] =>
  (text.match(bareDomain) ?? []).filter((domain) => !original.toLowerCase().includes(domain.toLowerCase()));

const missingFrom = (wanted: ReadonlySet<string>, there: ReadonlySet<string>): readonly string[] =>
  [...wanted].filter((item) => !there.has(item));

/** Says that a post is paid for; the law wants it to stay. */
const disclosure =
  /^#(?:ad|ads|advert|advertisement|sponsored|paidpartnership|werbung|anzeige|pub|publicidad)$/iu;

/** How close a new text must stay to the original. */
export interface Closeness {
  /** `all`: hashtags too; `facts`: hashtags may go, but those that say who pays; `nothing`: only nothing is made up. */
  readonly keeps: 'all' | 'facts' | 'nothing';
  /** Of the original; null where it is not known. */
  readonly language: string | null;
  /**
   * `all`: by their capitals, too; `coined`: only those that are spelled alike in all Latin letters, as in a translation;
   * `none`: where they are written in another script.
   */
  readonly names: 'all' | 'coined' | 'none';
  /** The user's own words from which facts may come too. */
  readonly given: string;
}

/**
 * What a new text has lost of the original's links, handles, numbers, names and hashtags, and what of these it has made
 * up, or that it is about something else, in sentences for the user (and for the model that shall mend it); empty where
 * nothing is.
 */
export const unfaithful = (
  original: string,
  text: string,
  rules: ContentRules,
  { keeps, language, names, given }: Closeness,
): readonly string[] => {
  const before = factsOf(original, rules);
  const allowed = factsOf(given, rules);
  const after = factsOf(text, rules);
  const kinds = ['urls', 'handles'] as const;
  const spelledAfter = spelledNumbersOf(after.rest);
  const spelledBefore = spelledNumbersOf(before.rest);
  const hashtags = missingFrom(before.hashtags, after.hashtags);
  const told = { all: namesOf, coined: coinedNames, none: () => [] };
  const wanted = told[names](before.rest, language);
  const lost = [
    ...kinds.flatMap((kind) => missingFrom(before[kind], after[kind])),
    ...missingFrom(before.numbers, after.numbers).filter((number) => !spelledAfter.has(number)),
    ...namesMissingFrom(wanted, wordSetOf(text)),
    ...hashtags.filter((tag) => keeps === 'all' || disclosure.test(tag)),
  ];
  const known = wordSetOf(`${original} ${given}`);
  const invented = [
    ...kinds.flatMap((kind) => missingFrom(after[kind], before[kind])),
    ...strangeDomains(after.rest, `${original} ${given}`),
    ...missingFrom(after.numbers, before.numbers).filter(
      (number) => !spelledBefore.has(number) && !allowed.numbers.has(number),
    ),
    ...(names === 'all' ? namesMissingFrom(namesOf(after.rest, language), known) : []),
  ];
  return [
    ...(keeps !== 'nothing' && lost.length > 0
      ? [sentence('rewrite', 'rejected_lost', { items: lost.join(', ') })]
      : []),
    ...(invented.length > 0
      ? [sentence('rewrite', 'rejected_invented', { items: [...new Set(invented)].join(', ') })]
      : []),
    ...(names === 'all' ? offTopicFaults(before.rest, after.rest) : []),
  ];
};
