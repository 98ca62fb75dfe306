import type { Features } from './example.ts';

const links = /\bhttps?:\/\/\S+/giu;
const hashtags = /(?:^|[^\p{L}\p{N}_&])[#＃](?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]+/gu;
const mentions = /(?:^|[^\p{L}\p{N}_])[@＠][\p{L}\p{N}_.]+/gu;
const emoji = /\p{Extended_Pictographic}/gu;

/** What a text is made of, in counts that need no language. */
export function textFeatures(text: string): Features {
  const bare = text.replaceAll(links, ' ');
  const letters = bare.match(/\p{L}/gu)?.length ?? 0;
  const capitals = bare.match(/\p{Lu}/gu)?.length ?? 0;
  return {
    'text.length': lengthOf(bare.trim()),
    'text.links': count(text, links),
    'text.hashtags': count(text, hashtags),
    'text.mentions': count(bare, mentions),
    'text.emoji': count(text, emoji),
    'text.question': /[?？؟]/u.test(bare) ? 1 : 0,
    'text.exclamation': /[!！]/u.test(bare) ? 1 : 0,
    'text.lines': text.trim().split('\n').length,
    'text.capitals': letters === 0 ? 0 : capitals / letters,
    'text.digits': bare.match(/\p{N}+/gu)?.length ?? 0,
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

/** In code points: an emoji is one or a few, not twice as many. */
function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) length -= 1;
  }
  return length;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
