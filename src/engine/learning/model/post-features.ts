import type { Features } from './example.ts';

const link = /\bhttps?:\/\/\S+/giu;

const letter = /\p{L}/u;
const capital = /\p{Lu}/u;
const number = /\p{N}/u;
const pictograph = /\p{Extended_Pictographic}/u;

const isWord = (kind: Kind): boolean => kind === 'letter' || kind === 'capital' || kind === 'number';

type Kind = 'letter' | 'capital' | 'number' | 'emoji' | 'other';

/** What a text is made of, in counts that need no language. Links count as links alone. */
export function textFeatures(text: string): Features {
  const pieces = text.includes('://') ? text.split(link) : [text];
  const counts = countCharacters(pieces.join(' ').trim());
  return {
    'text.length': counts.length,
    'text.links': pieces.length - 1,
    'text.hashtags': counts.hashtags,
    'text.mentions': counts.mentions,
    'text.emoji': counts.emoji,
    'text.question': counts.asks ? 1 : 0,
    'text.exclamation': counts.exclaims ? 1 : 0,
    'text.lines': linesOf(text.trim()),
    'text.capitals': counts.letters === 0 ? 0 : counts.capitals / counts.letters,
    'text.digits': counts.numbers,
  };
}

/** Hour and weekday (0 is Sunday) of a wall clock, which `offsetMs` leads to from UTC. */
export function timeFeatures(at: number, offsetMs: number): Features {
  const wall = new Date(at + offsetMs);
  return {
    'time.hour': wall.getUTCHours() + wall.getUTCMinutes() / 60,
    'time.weekday': wall.getUTCDay(),
    'time.month': wall.getUTCMonth(),
  };
}

/**
 * Goes through a text once: a history has ten million characters. A hashtag begins at no word and holds a letter; a
 * mention begins at no word.
 */
function countCharacters(text: string) {
  const counts = {
    length: 0,
    letters: 0,
    capitals: 0,
    numbers: 0,
    emoji: 0,
    hashtags: 0,
    mentions: 0,
    asks: false,
    exclaims: false,
  };
  let before: Kind = 'other';
  let sign = '';
  let open: 'hashtag' | 'mention' | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    counts.length += 1;
    const kind = kindOf(code);
    if (kind === 'letter' || kind === 'capital') counts.letters += 1;
    if (kind === 'capital') counts.capitals += 1;
    if (kind === 'number' && before !== 'number') counts.numbers += 1;
    if (kind === 'emoji') counts.emoji += 1;
    const character = kind === 'other' ? String.fromCodePoint(code) : '';
    const inWord = isWord(kind) || character === '_';
    if (open === 'hashtag' && (kind === 'letter' || kind === 'capital')) {
      counts.hashtags += 1;
      open = null;
    } else if (open === 'mention' && (inWord || character === '.')) {
      counts.mentions += 1;
      open = null;
    } else if (!inWord) {
      open = null;
    }
    const afterWord = isWord(before) || sign === '_';
    if ((character === '#' || character === '＃') && !afterWord && sign !== '&') open = 'hashtag';
    else if ((character === '@' || character === '＠') && !afterWord) open = 'mention';
    else if (character === '?' || character === '？' || character === '؟') counts.asks = true;
    else if (character === '!' || character === '！') counts.exclaims = true;
    before = kind;
    sign = character;
  }
  return counts;
}

function kindOf(code: number): Kind {
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return 'letter';
    if (code >= 0x41 && code <= 0x5a) return 'capital';
    return code >= 0x30 && code <= 0x39 ? 'number' : 'other';
  }
  const character = String.fromCodePoint(code);
  if (letter.test(character)) return capital.test(character) ? 'capital' : 'letter';
  if (number.test(character)) return 'number';
  return pictograph.test(character) ? 'emoji' : 'other';
}

function linesOf(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
