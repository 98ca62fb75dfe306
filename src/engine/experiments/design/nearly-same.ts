import type { PostPart } from '../../../shared/models/post.ts';

/** Texts that share this much of what they say are versions of one text to a network and its readers. */
const sameFrom = 0.5;

/**
 * Whether two posts say nearly the same: half of the pairs of neighbouring words that either has are in both (Broder, 'On
 * the resemblance and containment of documents', 1997), or half of their words. Names of links and media do not count,
 * since a link or a picture that is repeated is what gives a repetition away.
 */
export function saysNearlySame(one: readonly PostPart[], other: readonly PostPart[]): boolean {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (left.length === 0 && right.length === 0) return true;
  return resemblance(pairsOf(left), pairsOf(right)) >= sameFrom || resemblance(left, right) >= sameFrom;
}

function wordsOf(parts: readonly PostPart[]): string[] {
  const text = parts.map((part) => part.text).join(' ');
  return text.toLowerCase().match(/https?:\/\/\S+|[\p{Letter}\p{Number}\p{Mark}]+/gu) ?? [];
}

const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);

function resemblance(one: readonly string[], other: readonly string[]): number {
  const [left, right] = [new Set(one), new Set(other)];
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
