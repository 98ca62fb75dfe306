import type { Subject } from './subject.ts';

/** A changed text and what was changed. */
export interface Edit {
  readonly text: string;
  readonly why: string;
  /** Where it comes in several pieces. */
  readonly pieces?: readonly string[];
}

interface Step {
  readonly why: string;
  readonly change: (text: string) => string;
}

const link = /https?:\/\/\S+/g;
const tag = /(?<=^|\s)#[\p{L}\p{N}_]+/gu;

const steps: readonly Step[] = [
  {
    why: 'Each thought stands on a line of its own, which reads more easily on a phone.',
    change: (text) => sentences(text).join('\n\n'),
  },
  {
    why: 'The question comes first, because a question invites an answer.',
    change: (text) => {
      const parts = sentences(text);
      const question = parts.findIndex((part) => /\?["”’)]?$/.test(part));
      return question > 0
        ? [parts[question], ...parts.filter((_, index) => index !== question)].join(' ')
        : text;
    },
  },
  {
    why: 'Links and tags moved to the end, so that the first words say what it is about.',
    change: withTailLast,
  },
  {
    why: 'Calmer punctuation and no filler words, so that the facts carry the post.',
    change: (text) =>
      text
        .replaceAll(/!+/g, '.')
        .replaceAll(/ (?:very|really|just|actually|basically|simply)(?= )/gi, '')
        .replaceAll(/\.{2}(?!\.)/g, '.'),
  },
  {
    why: 'The shortest sentence opens the post and makes people read on.',
    change: (text) => {
      const parts = sentences(text);
      const shortest = parts.toSorted((left, right) => left.length - right.length)[0];
      return parts.length > 1 ? [shortest, ...parts.filter((part) => part !== shortest)].join(' ') : text;
    },
  },
];

const openings = [
  'In short: ',
  'Good to know: ',
  'Worth sharing: ',
  'For your week: ',
  'A note: ',
  'Today: ',
];

/**
 * Changed versions of a text, always the same for the same text and each different. Nothing is made up: links, numbers,
 * names and tags stay, and no version is longer than wanted.
 */
export function editsOf({
  text,
  versions,
  limit,
}: Pick<Subject, 'text' | 'versions' | 'limit'>): readonly Edit[] {
  const wanted = Math.min(versions ?? 3, 10);
  const found = new Map<string, Edit>();
  for (const edit of candidates(text)) {
    const fits = limit === undefined || edit.text.length <= limit || edit.text.length <= text.length;
    if (edit.text !== text.trim() && edit.text !== '' && fits && !found.has(edit.text))
      found.set(edit.text, edit);
    if (found.size >= wanted) break;
  }
  return [...found.values()];
}

function* candidates(text: string): Generator<Edit> {
  const trimmed = text.trim();
  for (const { change, why } of steps) yield { text: change(trimmed).trim(), why };
  for (const opening of openings) {
    yield { text: opening + trimmed, why: 'A short opening says what the reader gets.' };
  }
}

/** Links and tags after everything else. */
export function withTailLast(text: string): string {
  const tail = [...text.matchAll(link), ...text.matchAll(tag)].map(([found]) => found);
  if (tail.length === 0) return text;
  const rest = text
    .replaceAll(link, '')
    .replaceAll(tag, '')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim();
  return rest === '' ? text : `${rest}\n\n${tail.join(' ')}`;
}

/** The sentences of a text, with their own white space inside. */
export function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?…]["”’)]?)\s+(?=\S)/u).filter((part) => part.trim() !== '');
}
