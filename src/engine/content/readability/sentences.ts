import { wordsOf } from './words.ts';

/** Never the end of a sentence: a name or an example follows. */
const beforeNames =
  /(?:^|[\s("'“‘])(?:mr|mrs|ms|dr|prof|st|mt|gen|gov|sen|rep|capt|lt|col|sgt|vs|e\.g|i\.e)\.\s*$/iu;

/** The end of a sentence only where the next word often begins one. */
const sometimesLast =
  /(?:^|[\s("'“‘])(?:(?:\p{L}\.)+\p{L}|etc|inc|ltd|co|corp|jr|sr|dept|est|approx|fig)\.["'”’)]*\s*$/iu;

const beforeNumbers = /(?:^|\s)(?:no|nos|fig|vol|p|pp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s*$/iu;

/** A middle initial: 'George W.' or 'R. R.'. */
const initial = /(?:\p{Lu}\p{Ll}+|(?:^|\s)\p{Lu}\.)\s*\p{Lu}\.\s*$/u;

const commonStart =
  /^["'“‘(]*(?:the|a|an|it|its|he|she|we|they|you|i|this|that|these|those|there|here|in|on|at|if|when|but|and|so|for|as|my|our|your|his|her|their|what|why|how|who)\b/iu;

const endsSentence = /[.!?…。！？]["'”’)\]\s\p{Extended_Pictographic}\uFE0F]*$/u;

const startsItem = /^\s*(?:[-*•‣–—→✓✔#@]|\d{1,2}[.)]\s|\p{Extended_Pictographic})/u;

/** Lines joined where the first does not end a sentence and the next is no list item: a poem's lines, a wrapped text. */
const joinWrappedLines = (text: string): readonly string[] => {
  const blocks: string[] = [];
  let current: string[] = [];
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const blank = line.trim() === '';
    const joined = !blank && !endsSentence.test(current.at(-1) ?? '') && !startsItem.test(line);
    if (!joined && current.length > 0) {
      blocks.push(current.join(' '));
      current = [];
    }
    if (!blank) current.push(line);
  }
  if (current.length > 0) blocks.push(current.join(' '));
  return blocks;
};

/**
 * The sentences of a text, split by Unicode's rules (UAX 29, as in Intl.Segmenter) within each block of lines.
 * Abbreviations ('Mr.', 'e.g.', initials) do not end a sentence where a word follows, and what holds no word (a row of
 * emoji or points) belongs to the sentence before it.
 */
export const sentencesOf = (text: string): readonly string[] => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return joinWrappedLines(text).flatMap((block) => {
    const sentences: string[] = [];
    for (const { segment } of segmenter.segment(block)) {
      const previous = sentences.at(-1);
      const continues =
        previous !== undefined &&
        (wordsOf(segment).length === 0 ||
          wordsOf(previous).length === 0 ||
          continuesAfter(previous, segment));
      if (continues) sentences[sentences.length - 1] = previous + segment;
      else sentences.push(segment);
    }
    return sentences.map((sentence) => sentence.trim()).filter((sentence) => wordsOf(sentence).length > 0);
  });
};

const continuesAfter = (previous: string, next: string): boolean =>
  beforeNames.test(previous) ||
  (beforeNumbers.test(previous) && /^\p{N}/u.test(next)) ||
  ((sometimesLast.test(previous) || initial.test(previous)) && !commonStart.test(next));
