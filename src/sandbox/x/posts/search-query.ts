import { xPeople } from '../people/people.ts';
import type { Post, XState } from '../state.ts';
import { findEntities, mentions } from '../text/entities.ts';

/** Whether a post fits. */
export type Fits = (state: XState, post: Post) => boolean;

const token = /-?"[^"]*"|\(|\)|-?[^\s()]+|-(?=\()/g;

/**
 * Reads a query: words, "phrases", `@name`, `#tag`, `$TAG`, the usual operators, `-` for not, `OR`, and parentheses.
 * Undefined when it does not hold together or uses an operator that is not known.
 */
export function parseSearch(query: string): Fits | undefined {
  const tokens = query.match(token) ?? [];
  const reader = { tokens, at: 0 };
  const fits = either(reader);
  return reader.at === tokens.length ? fits : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function either(reader: Reader): Fits | undefined {
  const parts: Fits[] = [];
  do {
    const part = all(reader);
    if (part === undefined) return undefined;
    parts.push(part);
  } while (taken(reader, 'OR'));
  return (state, post) => parts.some((part) => part(state, post));
}

function all(reader: Reader): Fits | undefined {
  const parts: Fits[] = [];
  for (;;) {
    const next = reader.tokens[reader.at];
    if (next === undefined || next === ')' || next === 'OR') break;
    const part = one(reader);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts.length === 0 ? undefined : (state, post) => parts.every((part) => part(state, post));
}

function one(reader: Reader): Fits | undefined {
  const negated = taken(reader, '-');
  if (taken(reader, '(')) {
    const inside = either(reader);
    if (inside === undefined || !taken(reader, ')')) return undefined;
    return negated ? (state, post) => !inside(state, post) : inside;
  }
  const word = reader.tokens[reader.at] ?? '';
  reader.at += 1;
  const minus = word.startsWith('-');
  const fits = term(minus ? word.slice(1) : word);
  if (fits === undefined) return undefined;
  return minus ? (state, post) => !fits(state, post) : fits;
}

function taken(reader: Reader, expected: string): boolean {
  if (reader.tokens[reader.at] !== expected) return false;
  reader.at += 1;
  return true;
}

function term(word: string): Fits | undefined {
  const [, operator, value = ''] = /^([a-z_]+):(.+)$/.exec(word) ?? [];
  if (operator !== undefined) return operators[operator]?.(value.replaceAll('"', ''));
  if (word.startsWith('"')) return contains(word.slice(1, -1));
  if (/^[@#$].+/.test(word)) return tagged(word);
  return word === '' ? undefined : contains(word);
}

const operators: Readonly<Record<string, (value: string) => Fits | undefined>> = {
  from: (value) => (_, post) => isPerson(post.author, value),
  to: (value) => (state, post) => isPerson((post.replyTo && state.post(post.replyTo)?.author) ?? '', value),
  conversation_id: (value) => (_, post) => post.conversation === value,
  in_reply_to_tweet_id: (value) => (_, post) => post.replyTo === value,
  lang: (value) => () => value === 'en',
  is: (value) => {
    if (value === 'reply') return (_, post) => post.replyTo !== null;
    return ['retweet', 'quote', 'verified', 'nullcast'].includes(value) ? () => false : undefined;
  },
  has: (value) => {
    if (value === 'media' || value === 'images') return (_, post) => post.media.length > 0;
    const kind = { links: 'url', hashtags: 'hashtag', mentions: 'mention', cashtags: 'cashtag' }[value];
    if (kind === undefined) return undefined;
    return (_, post) => findEntities(post.text).some((entity) => entity.kind === kind);
  },
};

function isPerson(id: string, nameOrId: string): boolean {
  const wanted = xPeople.byUsername(nameOrId.replace(/^@/, '')) ?? xPeople.byId(nameOrId);
  return wanted !== undefined && wanted.id === id;
}

function tagged(word: string): Fits {
  const value = word.slice(1).toLowerCase();
  if (word.startsWith('@')) return (_, post) => mentions(post.text, value);
  const kind = word.startsWith('#') ? 'hashtag' : 'cashtag';
  return (_, post) =>
    findEntities(post.text).some((entity) => entity.kind === kind && entity.value.toLowerCase() === value);
}

function contains(words: string): Fits {
  const wanted = words.toLowerCase();
  const escaped = wanted.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped}(?![\p{L}\p{N}_])`, 'u');
  return (_, post) => whole.test(post.text.toLowerCase());
}
