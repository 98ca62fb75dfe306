import { countryDomains, genericDomains } from './top-level-domains.ts';

/** A link in a text; `start` and `end` are UTF-16 positions. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** As it was written. */
  readonly written: string;
}

const pathCharacter = String.raw`[A-Za-z0-9\u00C0-\u024F\u0400-\u04FF!*';:=+,.$/%#[\]\-–_~@|&]`;
const ending =
  String.raw`(?<port>:\d+)?(?<path>/${pathCharacter}*(?:\([^\s()]*\)${pathCharacter}*)*)?` +
  String.raw`(?<query>\?[A-Za-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*)?`;

const withProtocol = new RegExp(
  String.raw`https?://(?<host>(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*)${ending}`,
  'giu',
);

// Without a protocol only Latin letters make a name, so that a sentence in another script ends where the name begins.
const bare = new RegExp(
  String.raw`(?<host>(?:[A-Za-z0-9](?:[A-Za-z0-9\u00C0-\u024F_-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*)${ending}`,
  'gu',
);

/** Finds what X turns into links: addresses with http or https, and bare domains, with a known top-level domain. */
export function findLinks(text: string): readonly Link[] {
  const full = [...linksBy(withProtocol, text, /[A-Za-z0-9@＠$#＃]$/)];
  const short = [...linksBy(bare, text, /[A-Za-z0-9@＠$#＃_./-]$/)];
  const free = short.filter(({ start, end }) =>
    full.every((other) => end <= other.start || start >= other.end),
  );
  return [...full, ...free].sort((left, right) => left.start - right.start);
}

/** `notAfter` fits what must not stand before a link: then it is part of a word, a mention or a tag. */
function* linksBy(candidate: RegExp, text: string, notAfter: RegExp): Generator<Link> {
  for (const match of text.matchAll(candidate)) {
    const { host: whole = '', path = '', port = '' } = match.groups ?? {};
    const host = knownHost(whole);
    if (host === undefined || notAfter.test(text.slice(0, match.index))) continue;
    // An e-mail address is no link, and without a protocol a question mark needs a path before it.
    const isBare = match[0].startsWith(whole);
    if (isBare && text[match.index + match[0].length] === '@') continue;
    const query = isBare && path === '' ? '' : (match.groups?.query ?? '');
    const protocol = match[0].slice(0, match[0].indexOf(whole));
    const written = protocol + host + (host === whole ? trimmed(port + path + query) : '');
    yield { start: match.index, end: match.index + written.length, written };
  }
}

/** The longest beginning of a host that ends in a known top-level domain. */
function knownHost(host: string): string | undefined {
  const labels = host.split('.');
  for (let count = labels.length; count >= 2; count -= 1) {
    const top = (labels[count - 1] ?? '').toLowerCase();
    if (genericDomains.has(top) || countryDomains.has(top) || top.startsWith('xn--')) {
      return labels.slice(0, count).join('.');
    }
  }
  return undefined;
}

/** What ends an address: punctuation belongs to the sentence, and so does a bracket that was opened before it. */
function trimmed(rest: string): string {
  let end = rest.length;
  while (end > 0) {
    const inside = rest.slice(0, end);
    const closes = inside.endsWith(')') && count(inside, ')') <= count(inside, '(');
    if (closes || /[A-Za-z0-9\u00C0-\u024F\u0400-\u04FF+\-=_#/&]$/.test(inside)) break;
    end -= 1;
  }
  return rest.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
