import { editsOf, sentences, withTailLast } from './edits.ts';
import type { Edit } from './edits.ts';
import type { Picture } from './pictures.ts';
import { pseudoTranslated } from './pseudo-translation.ts';
import type { Subject } from './subject.ts';
import { topicsOf } from './words.ts';

/** What an answer is wanted for: the name of its schema tells, and pictures may come with it. */
export interface Task {
  readonly name: string;
  readonly pictures: readonly Picture[];
}

/**
 * What the practice editor writes for a task, told by the words in the schema's name. It knows no language and sees no
 * picture, and where that shows it says so.
 */
export function editsFor(subject: Subject, { name, pictures }: Task): readonly Edit[] {
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
  return (kind ?? rewritten)(subject, pictures);
}

const link = /https?:\/\/\S+/g;
const tag = /(?<=^|\s)#[\p{L}\p{N}_]+/gu;

function wordsIn({ data }: Subject, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** The phrase to be found for, before a text that lacks it. */
function withFocus(subject: Subject, text: string): string {
  const focus = wordsIn(subject, 'focus');
  const isThere = focus === '' || text.toLowerCase().includes(focus.toLowerCase());
  return isThere ? text : `${focus.charAt(0).toUpperCase()}${focus.slice(1)}: ${text}`;
}

function rewritten(subject: Subject): readonly Edit[] {
  const styles = Array.isArray(subject.data['styles']) ? subject.data['styles'] : [];
  const limit = subject.limit === undefined ? undefined : subject.limit - 20;
  return editsOf({ ...subject, limit }).map(({ text, why }, index) => {
    const style: unknown = styles[index];
    const hook = typeof style === 'object' && style !== null && 'hook' in style ? style.hook : null;
    return { text: opened(withFocus(subject, text), hook), why };
  });
}

function opened(text: string, hook: unknown): string {
  const parts = sentences(text);
  const [first = ''] = parts;
  if (hook === 'question' && !/\?/.test(first)) return `Did you know? ${text}`;
  if (hook === 'statement' && /\?/.test(first)) return `Here it is. ${text}`;
  const numbered = parts.find((part) => /\d/.test(part.replaceAll(link, '')));
  if (hook !== 'number' || numbered === undefined || numbered === first) return text;
  return [numbered, ...parts.filter((part) => part !== numbered)].join(' ');
}

/** Leaves out sentences without a link, a tag, a number or a capital inside, the last first, and then filler words. */
function shortened(subject: Subject): readonly Edit[] {
  const plain = (part: string): boolean => !/https?:|[#@$\d]|\S\s+\p{Lu}/u.test(part);
  let parts = [...sentences(subject.text.trim())];
  const edits: Edit[] = [];
  for (let at = parts.length - 1; at > 0; at -= 1) {
    if (!plain(parts[at] ?? '')) continue;
    parts = parts.filter((_, index) => index !== at);
    edits.unshift({ text: parts.join(' '), why: 'Sentences that repeat what is said are left out.' });
  }
  const calmer = parts
    .join(' ')
    .replaceAll(/ (?:very|really|just|actually|basically|simply|finally)(?= )/gi, '')
    .replaceAll(tag, '')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim();
  edits.unshift({ text: calmer, why: 'Words and tags that add nothing are left out.' });
  return edits.filter(({ text }) => text !== '' && text !== subject.text.trim());
}

/** Cuts between sentences, and between words where one sentence is too long. */
function threaded(subject: Subject): readonly Edit[] {
  const most = Math.max(40, (subject.limit ?? 280) - 10);
  const pieces: string[] = [];
  for (const sentence of sentences(withFocus(subject, subject.text.trim()))) {
    for (const piece of sentence.length > most ? sentence.split(/(?<=\s)/) : [`${sentence} `]) {
      const last = pieces.at(-1);
      if (last !== undefined && (last + piece).trim().length <= most)
        pieces[pieces.length - 1] = last + piece;
      else pieces.push(piece);
    }
  }
  const [only] = pieces;
  const halves = only !== undefined && pieces.length === 1 ? halved(only) : pieces;
  const trimmed = halves.map((piece) => piece.trim()).filter((piece) => piece !== '');
  return [{ text: trimmed.join('\n\n'), pieces: trimmed, why: 'Cut between sentences, one thought each.' }];
}

function halved(text: string): readonly string[] {
  const parts = sentences(text);
  const middle = Math.ceil(parts.length / 2);
  return [parts.slice(0, middle).join(' '), parts.slice(middle).join(' ')];
}

function tagged(subject: Subject): readonly Edit[] {
  const used = new Set([...subject.text.matchAll(tag)].map(([found]) => found.toLowerCase()));
  const most = Math.max(1, Number(subject.data['hashtags'] ?? 2));
  const own = Array.isArray(subject.data['own_results'])
    ? subject.data['own_results'].flatMap((row: unknown) =>
        typeof row === 'object' && row !== null && 'tag' in row && typeof row.tag === 'string'
          ? [row.tag]
          : [],
      )
    : [];
  const capital = (word: string): string => `#${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const all = [
    ...own,
    ...topicsOf(subject.text.replaceAll(tag, '').replaceAll(/@\w+/g, '')).map(capital),
  ].filter((one, index, list) => !used.has(one.toLowerCase()) && list.indexOf(one) === index);
  return Array.from({ length: subject.versions ?? 3 }, (_, index) => {
    const pieces = all.slice(index * most, (index + 1) * most);
    return { text: pieces.join(' '), pieces, why: 'Words that the post speaks of.' };
  }).filter(({ pieces }) => pieces.length > 0);
}

function titled(subject: Subject): readonly Edit[] {
  const limit = subject.limit ?? 100;
  const plain = subject.text.replaceAll(link, '').replaceAll(tag, '').replaceAll(/\s+/g, ' ').trim();
  const lines = sentences(plain)
    .map((line) => line.replace(/[.!:]+$/, '').trim())
    .filter((line) => line.length >= 8)
    .map((line) => withFocus(subject, line))
    .map((line) => (line.length <= limit ? line : line.slice(0, limit).replace(/\s+\S*$/, '')));
  const more = lines.map((line) => `Today: ${line}`).filter((line) => line.length <= limit);
  return [...new Set([...lines, ...more])]
    .slice(0, subject.versions ?? 3)
    .map((text) => ({ text, why: 'It says in one line what a reader gets.' }));
}

function described(subject: Subject): readonly Edit[] {
  const parts = sentences(withFocus(subject, subject.text.trim()));
  const text = withTailLast(parts.join('\n\n'));
  const changed = text === subject.text.trim() ? `In short: ${text}` : text;
  return [{ text: changed, why: 'What it is about comes first, then the details, links and tags last.' }];
}

/** It sees no picture, and says so. */
function pictured(subject: Subject, pictures: readonly Picture[]): readonly Edit[] {
  const [picture] = pictures;
  const size = picture === undefined ? '' : ` of ${picture.width ?? 0} by ${picture.height ?? 0} pixels`;
  const about = topicsOf(subject.text.replaceAll(/[#@]\w+/g, ''))
    .slice(0, 3)
    .join(', ');
  const shown = about === '' ? '' : ` It is shown with a post about ${about}.`;
  const text = `Practice text: a picture${size}, which the practice network cannot see.${shown}`;
  return [{ text, why: 'The practice network cannot see pictures; a language model describes them.' }];
}

function translated(subject: Subject): readonly Edit[] {
  const given = Array.isArray(subject.data['parts']) ? subject.data['parts'] : [subject.text];
  const language = /\((?<code>[a-z]{2,3})\b[^)]*\)/i.exec(wordsIn(subject, 'language'))?.groups?.['code'];
  const pieces = given.map((part) =>
    pseudoTranslated(String(part), language ?? wordsIn(subject, 'language')),
  );
  const why = 'Only small words are changed: the practice network speaks no languages.';
  return [{ text: pieces.join('\n\n'), pieces, why }];
}

type Writer = (subject: Subject, pictures: readonly Picture[]) => readonly Edit[];

const kinds: readonly (readonly [RegExp, Writer])[] = [
  [/thread/i, threaded],
  [/hash_?tag/i, tagged],
  [/title|headline/i, titled],
  [/descri/i, described],
  [/alt(?:ernative)?_?text/i, pictured],
  [/translat/i, translated],
  [/short/i, shortened],
];
