import type { Stretch } from '../../same-text.ts';
import { longestTag } from '../limits.ts';
import { countGraphemes } from './graphemes.ts';

/** A part of a text that gets a facet; offsets are UTF-16 units, `end` is exclusive. */
export interface TextPart extends Stretch {
  readonly kind: 'link' | 'mention' | 'tag';
  /** A link's whole address, a mention's handle, a tag without its sign. */
  readonly value: string;
}

/** Endings under which a name without `https://` is taken for an address, so that `notes.md` and `v1.2` are not. */
const commonEndings =
  'com|org|net|edu|gov|info|biz|io|dev|app|blog|shop|store|news|social|tech|design|art|cafe|xyz|online|site|me|tv|co|ai|eu|uk|de|at|ch|fr|nl|be|es|pt|it|pl|cz|se|no|dk|fi|ie|us|ca|au|nz|jp|kr|br|mx|in';

const address = new RegExp(
  String.raw`(?<=^|[\s(\[{"'“‘«「])(?:https?:\/\/[^\s<>]+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:${commonEndings})(?![\p{L}\p{N}.@-])(?:[/?#][^\s<>]*)?)`,
  'giu',
);
/** AT Protocol handles: labels of letters, digits and hyphens, the last of them beginning with a letter. */
const mention =
  /(?<=^|[\s("'“‘「[])@((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?)(?![\w@-])/giu;
const hashtag = /(?<=^|\s)[#＃](?!\uFE0F|\u20E3)([^\s\u00AD\u2060\u200B]+)/gu;

/**
 * What Bluesky's own apps would link in a text: addresses, handles and hashtags, in order and never overlapping. The
 * servers link nothing by themselves: without a facet all is plain text.
 */
export const partsOf = (text: string): readonly TextPart[] => {
  const found: TextPart[] = [];
  for (const part of [...linksOf(text), ...mentionsOf(text), ...tagsOf(text)]) {
    if (!found.some(({ start, end }) => part.start < end && start < part.end)) found.push(part);
  }
  return found.sort((one, other) => one.start - other.start);
};

const linksOf = (text: string): readonly TextPart[] =>
  [...text.matchAll(address)].flatMap(({ 0: raw, index }) => {
    const written = withoutClosing(raw);
    const value = /^https?:\/\//i.test(written) ? written : `https://${written}`;
    if (!URL.canParse(value) || new URL(value).hostname === '') return [];
    return [{ kind: 'link', start: index, end: index + written.length, value }];
  });

/** A sentence's end is none of the address, nor is a bracket that was opened before it. */
const withoutClosing = (written: string): string => {
  let rest = written;
  for (;;) {
    const shorter = rest.replace(/[.,;:!?'"”’»」…]+$/u, '');
    const unopened =
      shorter.endsWith(')') && shorter.split(')').length > shorter.split('(').length
        ? shorter.slice(0, -1)
        : shorter;
    if (unopened === rest) return rest;
    rest = unopened;
  }
};

const mentionsOf = (text: string): readonly TextPart[] =>
  [...text.matchAll(mention)].map(({ 0: raw, 1: handle = '', index }) => ({
    kind: 'mention',
    start: index,
    end: index + raw.length,
    value: handle.toLowerCase(),
  }));

const tagsOf = (text: string): readonly TextPart[] =>
  [...text.matchAll(hashtag)].flatMap(({ 1: raw = '', index }) => {
    const value = raw.replace(/[\p{P}]+$/u, '');
    // A number alone is no hashtag, nor are signs alone.
    if (!/[^\p{N}\p{P}\uFE0F]/u.test(value) || countGraphemes(value) > longestTag) return [];
    return [{ kind: 'tag', start: index, end: index + 1 + value.length, value }];
  });
