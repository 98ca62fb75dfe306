import { decodeEntities } from '../wire/post-reading.ts';
import { entitiesOf } from './entities.ts';

/** A text as far as X leaves it as it was: words and links, in order. */
export type Fingerprint = readonly Token[];
type Token = { readonly kind: 'words' | 'link'; readonly value: string };

/** A link that X shortened and did not say where it leads. It may stand for any link. */
const shortened = 't.co';

/**
 * What remains of a text after all that X does to it: NFC, HTML entities, white space, characters that are not shown,
 * links with or without scheme, and links cut short.
 */
export const fingerprintOf = (text: string): Fingerprint => {
  const normal = decodeEntities(text)
    .normalize('NFC')
    .replaceAll(/[\uFEFF\uFFFE\uFFFF\p{Surrogate}]|(?![\t\n\r])\p{Cc}/gu, '');
  const tokens: Token[] = [];
  let from = 0;
  for (const { kind, start, end } of entitiesOf(normal)) {
    if (kind !== 'url') continue;
    tokens.push(words(normal.slice(from, start)), link(normal.slice(start, end)));
    from = end;
  }
  tokens.push(words(normal.slice(from)));
  return tokens.filter(({ value }) => value !== '');
};

const words = (text: string): Token => ({ kind: 'words', value: text.replaceAll(/\s+/g, ' ').trim() });

const link = (url: string): Token => {
  const withoutScheme = url.replace(/^https?:\/\//i, '');
  const [host = ''] = withoutScheme.split(/[/?#]/, 1);
  const rest = withoutScheme.slice(host.length).replace(/^\/$/, '');
  return {
    kind: 'link',
    value: host.toLowerCase() === shortened ? shortened : asciiHost(host) + rest,
  };
};

/** X gives hosts in any script as they are or in their ASCII form (RFC 3492). */
const asciiHost = (host: string): string => {
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).host : host.toLowerCase();
};

/** What may have been added to the text that was seen: a link to its media, names that a reply begins with. */
export type Additions = { readonly mayHaveMediaLink: boolean; readonly mayHaveMentions: boolean };

/** Whether a text that was seen is the one that was sent. */
export const isSameText = (sent: Fingerprint, seen: Fingerprint, additions: Additions): boolean =>
  variantsOf(sent, seen, additions).some((variant) => isEqual(sent, variant) || isCutShort(sent, variant));

const variantsOf = (sent: Fingerprint, seen: Fingerprint, additions: Additions): readonly Fingerprint[] => {
  const hasMediaLink = additions.mayHaveMediaLink && endsShortened(seen);
  const variants = hasMediaLink ? [seen.slice(0, -1)] : [seen];
  if (hasMediaLink && endsShortened(sent)) variants.push(seen);
  if (additions.mayHaveMentions) variants.push(...variants.map(withoutLeadingMentions));
  return variants;
};

const endsShortened = (text: Fingerprint): boolean => {
  const last = text.at(-1);
  return last?.kind === 'link' && last.value === shortened;
};

const withoutLeadingMentions = (seen: Fingerprint): Fingerprint => {
  const [first, ...rest] = seen;
  if (first?.kind !== 'words') return seen;
  const value = first.value.replace(/^(?:@\w{1,15} ?)+/, '');
  return value === '' ? rest : [{ kind: 'words', value }, ...rest];
};

const isEqual = (sent: Fingerprint, seen: Fingerprint): boolean =>
  sent.length === seen.length && sent.every((token, index) => isSameToken(token, seen[index]));

const isSameToken = (sent: Token, seen: Token | undefined): boolean =>
  seen !== undefined &&
  sent.kind === seen.kind &&
  (sent.value === seen.value ||
    (sent.kind === 'link' && (sent.value === shortened || seen.value === shortened)));

/** The shortest beginning that tells one long text from another. */
const tellingLength = 100;

/** X shows long posts cut short with an ellipsis where a reader does not get the whole. */
const isCutShort = (sent: Fingerprint, seen: Fingerprint): boolean => {
  const ending = seen.findLastIndex(({ kind, value }) => kind === 'words' && value.endsWith('…'));
  const cut = seen[ending];
  const whole = sent[ending];
  if (cut === undefined || whole === undefined || ending < seen.length - 2) return false;
  const beginning = cut.value.slice(0, -1).trimEnd();
  const known = seen.slice(0, ending).reduce((sum, { value }) => sum + value.length, beginning.length);
  return (
    known >= tellingLength &&
    whole.kind === 'words' &&
    whole.value.length > beginning.length + 1 &&
    whole.value.startsWith(beginning) &&
    isEqual(sent.slice(0, ending), seen.slice(0, ending))
  );
};
