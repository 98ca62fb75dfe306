/** A text as far as networks leave it as it was: words and links, in order. */
export type Fingerprint = readonly Token[];
type Token = { readonly kind: 'words' | 'link'; readonly value: string };

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a network does to texts in a way of its own. */
export interface TextTraits {
  /** Where it sees links, in order. */
  linksOf(text: string): readonly Stretch[];
  /** Hosts of its own short links. Such a link may stand for any link. */
  readonly shorteners: readonly string[];
}

/** What may have been added to the text that was seen: a short link to its media, names that a reply begins with. */
export interface Additions {
  readonly mayHaveMediaLink: boolean;
  readonly mayHaveMentions: boolean;
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
};

/** Decodes the HTML entities that networks put into texts, once. */
export const decodeEntities = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|apos|nbsp|#34|#39|#x27);/g, (entity) => htmlEntities[entity] ?? entity);

/**
 * What remains of a text after all that networks do to it: NFC, HTML entities, white space, characters that are not shown,
 * typographic quotes, dashes and dots, a full stop at the end, links with or without scheme, and links cut short.
 */
export const fingerprintOf = (text: string, traits: TextTraits): Fingerprint => {
  const normal = visible(decodeEntities(text).normalize('NFC'));
  const tokens: Token[] = [];
  let from = 0;
  for (const { start, end } of traits.linksOf(normal)) {
    tokens.push(words(normal.slice(from, start)), link(normal.slice(start, end), traits));
    from = end;
  }
  tokens.push(words(normal.slice(from)));
  return withoutFullStop(tokens.filter(({ value }) => value !== ''));
};

/** Without what no reader sees: control characters, halves of pairs, marks of order, width, breaking and presentation. */
const visible = (text: string): string =>
  text
    .replaceAll(/[\uFEFF\uFFFE\uFFFF\p{Surrogate}]|(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll(/\u00AD|\u200B|\u2060|\uFE0F/g, '');

const words = (text: string): Token => ({ kind: 'words', value: typed(text).replaceAll(/\s+/g, ' ').trim() });

/** As one types it on a keyboard; three dots become one sign, the sign by which texts are cut short. */
const typed = (text: string): string =>
  text
    .replaceAll(/[“”„‟″]/g, '"')
    .replaceAll(/[‘’‚‛′]/g, "'")
    .replaceAll(/--+|[–—―]/g, '-')
    .replaceAll('...', '…');

const withoutFullStop = (tokens: Fingerprint): Fingerprint => {
  const last = tokens.at(-1);
  if (last?.kind !== 'words' || !last.value.endsWith('.')) return tokens;
  const value = last.value.replace(/(?: ?\.)+$/, '');
  return value === '' ? tokens.slice(0, -1) : [...tokens.slice(0, -1), { kind: 'words', value }];
};

/** The value of a link that the network shortened and did not say where it leads. */
const anywhere = '*';

const link = (url: string, { shorteners }: TextTraits): Token => {
  const withoutScheme = url.replace(/^https?:\/\//i, '');
  const [host = ''] = withoutScheme.split(/[/?#]/, 1);
  const rest = withoutScheme.slice(host.length).replace(/^\/$/, '');
  return {
    kind: 'link',
    value: shorteners.includes(host.toLowerCase()) ? anywhere : asciiHost(host) + rest,
  };
};

/** Networks give hosts in any script as they are or in their ASCII form (RFC 3492). */
const asciiHost = (host: string): string => {
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).host : host.toLowerCase();
};

/** Whether a text that was seen is the one that was sent. */
export const isSameText = (sent: Fingerprint, seen: Fingerprint, additions: Additions): boolean =>
  variantsOf(sent, seen, additions).some((variant) => isEqual(sent, variant) || isCutShort(sent, variant));

const variantsOf = (sent: Fingerprint, seen: Fingerprint, additions: Additions): readonly Fingerprint[] => {
  const hasMediaLink = additions.mayHaveMediaLink && endsShortened(seen);
  const variants = hasMediaLink ? [withoutFullStop(seen.slice(0, -1))] : [seen];
  if (hasMediaLink && endsShortened(sent)) variants.push(seen);
  if (additions.mayHaveMentions) variants.push(...variants.map(withoutLeadingMentions));
  return variants;
};

const endsShortened = (text: Fingerprint): boolean => {
  const last = text.at(-1);
  return last?.kind === 'link' && last.value === anywhere;
};

const withoutLeadingMentions = (seen: Fingerprint): Fingerprint => {
  const [first, ...rest] = seen;
  if (first?.kind !== 'words') return seen;
  const value = first.value.replace(/^(?:@\w[\w.-]* ?)+/, '');
  return value === '' ? rest : [{ kind: 'words', value }, ...rest];
};

const isEqual = (sent: Fingerprint, seen: Fingerprint): boolean =>
  sent.length === seen.length && sent.every((token, index) => isSameToken(token, seen[index]));

const isSameToken = (sent: Token, seen: Token | undefined): boolean =>
  seen !== undefined &&
  sent.kind === seen.kind &&
  (sent.value === seen.value ||
    (sent.kind === 'link' && (sent.value === anywhere || seen.value === anywhere)));

/** The shortest beginning that tells one long text from another. */
const tellingLength = 100;

/** Networks show long posts cut short with an ellipsis where a reader does not get the whole. */
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
