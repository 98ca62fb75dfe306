import type { AudienceTrait } from '../../shared/contract/audience.ts';
import type { AudienceDeps } from './audience-deps.ts';
import type { OwnPost } from './own-posts.ts';

/** Something that posts have or lack. */
export interface Trait extends Pick<AudienceTrait, 'kind' | 'name' | 'from' | 'to'> {
  /** For each post, in their order. */
  readonly has: readonly boolean[];
}

/** So many posts have it, and lack it, at least. */
const fewest = 8;
const mostTopics = 30;
const mostHashtags = 20;

/** How one post is read; a matter of a fraction of a millisecond. */
export interface PostReading {
  readonly phrases: ReadonlySet<string>;
  readonly hashtags: ReadonlyMap<string, string>;
  readonly tone: string | null;
  readonly length: number;
  readonly formats: ReadonlySet<string>;
}

const link = /\bhttps?:\/\/\S+/giu;
const hashtag = /(?<![\p{L}\p{N}_&])[#＃]([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu;

/** Reads what traits are made of. */
export function readPost(
  { phrasesOf, toneOf }: Pick<AudienceDeps, 'phrasesOf' | 'toneOf'>,
  { text, type }: OwnPost,
): PostReading {
  const bare = text.replaceAll(link, ' ');
  const prose = bare.replaceAll(hashtag, ' ');
  const phrases = phrasesOf(prose);
  const words = phrases.flatMap((phrase) => phrase.split(' ')).filter((word) => word.length > 3);
  return {
    phrases: new Set([...phrases, ...words]),
    hashtags: new Map([...bare.matchAll(hashtag)].map(([, tag = '']) => [tag.toLowerCase(), `#${tag}`])),
    tone: toneOf(text),
    length: Array.from(bare.trim()).length,
    formats: new Set([
      ...(type === null ? [] : [type]),
      ...(bare === text ? [] : ['link']),
      ...(/[?？؟]/u.test(bare) ? ['question'] : []),
      ...(/\p{Extended_Pictographic}/u.test(bare) ? ['emoji'] : []),
      ...(bare.trim().includes('\n') ? ['lines'] : []),
    ]),
  };
}

/**
 * The traits that enough posts have and enough lack. Of two that the same posts have only the longer name; of words that nearly
 * the same posts have only one, a hashtag before a topic and the more frequent before the other.
 */
export function traitsOf(readings: readonly PostReading[]): Trait[] {
  const traits: Trait[] = [];
  const add = (trait: Omit<Trait, 'from' | 'to'> & Partial<Pick<Trait, 'from' | 'to'>>): void => {
    const having = trait.has.filter(Boolean).length;
    if (having >= fewest && readings.length - having >= fewest)
      traits.push({ from: null, to: null, ...trait });
  };
  const toneOrder = ['positive', 'neutral', 'negative'];
  const toned = readings.some(({ tone }) => tone !== null);
  for (const name of commonest(
    readings.map(({ formats }) => [...formats]),
    mostTopics,
  ))
    add({ kind: 'format', name, has: readings.map(({ formats }) => formats.has(name)) });
  for (const name of toned ? toneOrder : [])
    add({ kind: 'tone', name, has: readings.map(({ tone }) => tone === name) });
  for (const trait of lengthsOf(readings)) add(trait);
  const spelt = new Map(readings.flatMap(({ hashtags }) => [...hashtags]));
  for (const tag of commonest(
    readings.map(({ hashtags }) => [...hashtags.keys()]),
    mostHashtags,
  ))
    add({
      kind: 'hashtag',
      name: spelt.get(tag) ?? tag,
      has: readings.map(({ hashtags }) => hashtags.has(tag)),
    });
  for (const name of commonest(
    readings.map(({ phrases }) => [...phrases]),
    mostTopics,
  ))
    add({ kind: 'topic', name, has: readings.map(({ phrases }) => phrases.has(name)) });
  return withoutTwins(traits);
}

function commonest(lists: readonly (readonly string[])[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const name of lists.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= fewest)
    .sort(
      (left, right) =>
        right[1] - left[1] || right[0].length - left[0].length || (left[0] < right[0] ? -1 : 1),
    )
    .slice(0, most)
    .map(([name]) => name);
}

/** Short, middle and long by the account's own posts, a third each. */
function lengthsOf(readings: readonly PostReading[]): Trait[] {
  const sorted = readings.map(({ length }) => length).sort((left, right) => left - right);
  const low = sorted[Math.floor(sorted.length / 3)] ?? 0;
  const high = sorted[Math.floor((2 * sorted.length) / 3)] ?? 0;
  if (low === high) return [];
  const lengths = [
    { name: 'short', from: null, to: low - 1 },
    { name: 'middle', from: low, to: high - 1 },
    { name: 'long', from: high, to: null },
  ];
  return lengths.map((range) => ({
    kind: 'length',
    ...range,
    has: readings.map(({ length }) => length >= (range.from ?? 0) && length <= (range.to ?? length)),
  }));
}

/** Of two topics or hashtags, this share of the posts that have either has both: one says what the other says. */
const sameWords = 0.8;

function withoutTwins(traits: readonly Trait[]): Trait[] {
  const seen = new Set<string>();
  const words: Trait[] = [];
  return traits.filter((trait) => {
    const key = trait.has.map((own) => (own ? '1' : '0')).join('');
    const other = key.replaceAll(/[01]/g, (sign) => (sign === '1' ? '0' : '1'));
    if (seen.has(key) || seen.has(other)) return false;
    seen.add(key);
    if (trait.kind !== 'topic' && trait.kind !== 'hashtag') return true;
    if (words.some((kept) => overlap(kept.has, trait.has) >= sameWords)) return false;
    words.push(trait);
    return true;
  });
}

/** Of the posts that have one of two traits, the share that has both (Jaccard). */
function overlap(one: readonly boolean[], other: readonly boolean[]): number {
  let [both, either] = [0, 0];
  for (const [index, has] of one.entries()) {
    if (has && other[index] === true) both += 1;
    if (has || other[index] === true) either += 1;
  }
  return both / Math.max(1, either);
}
