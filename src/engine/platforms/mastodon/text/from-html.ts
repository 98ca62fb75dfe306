/** Who is mentioned in a post: the address of their page and their name, with the server where it is another. */
export interface Mentioned {
  readonly url: string;
  readonly acct: string;
}

const names: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/**
 * The text behind the HTML of a post: paragraphs and line breaks, whole addresses (Mastodon hides parts of them but writes
 * them out), and mentions with their server.
 */
export const fromHtml = (html: string, mentions: readonly Mentioned[] = []): string => {
  const people = new Map(mentions.map(({ url, acct }) => [url, acct]));
  const text = html
    .replaceAll(/<p[^>]*class="[^"]*quote-inline[^"]*"[^>]*>.*?<\/p>/gis, '')
    .replaceAll(/<a\b([^>]*)>(.*?)<\/a>/gis, (_, attributes: string, inside: string) => {
      const acct = people.get(decoded(/\bhref="([^"]*)"/i.exec(attributes)?.[1] ?? ''));
      return acct === undefined || !withoutTags(inside).startsWith('@') ? inside : `@${acct}`;
    })
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/<\/p>\s*/gi, '\n\n')
    .replaceAll(/<\/li>\s*/gi, '\n');
  return decoded(withoutTags(text)).trim();
};

const withoutTags = (html: string): string => html.replaceAll(/<\/?[a-z][^>]*>/gi, '');

const decoded = (text: string): string =>
  text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (entity, hex: string, dec: string, name: string) => {
      if (name !== undefined) return names.get(name.toLowerCase()) ?? entity;
      const point = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      return point <= 0x10ffff && point > 0 ? String.fromCodePoint(point) : entity;
    },
  );
