import type { Inhabitant } from '../../people/people.ts';
import { host, mastodonPeople } from '../people.ts';
import { addressPattern } from './counting.ts';

const mention = /(?<=^|[^/\w])@(\w+)(?:@([\w.-]*\w))?/g;

/** Who of this server a text mentions. */
export function mentionedIn(text: string): readonly Inhabitant[] {
  return [...text.matchAll(mention)].flatMap(([, name = '', server]) => {
    const person = server === undefined || server === host ? mastodonPeople.byUsername(name) : undefined;
    return person === undefined ? [] : [person];
  });
}

/** A text as servers give it to apps: paragraphs, line breaks, and links that hide a part of themselves. */
export function htmlOf(text: string, origin: string): string {
  const special = new RegExp(`${addressPattern.source}|${mention.source}|(?<=^|\\s)#\\w+`, 'giu');
  let html = '';
  let from = 0;
  for (const { 0: raw, index } of text.matchAll(special)) {
    html += escaped(text.slice(from, index)) + linked(raw, origin);
    from = index + raw.length;
  }
  html += escaped(text.slice(from));
  return html === '' ? '' : `<p>${html.replaceAll(/\n{2,}/g, '</p><p>').replaceAll('\n', '<br />')}</p>`;
}

function linked(raw: string, origin: string): string {
  if (raw.startsWith('@')) {
    const [person] = mentionedIn(raw);
    if (person === undefined) return escaped(raw);
    return `<span class="h-card" translate="no"><a href="${origin}/@${person.username}" class="u-url mention">@<span>${person.username}</span></a></span>`;
  }
  if (raw.startsWith('#')) {
    const name = raw.slice(1);
    return `<a href="${origin}/tags/${name}" class="mention hashtag" rel="tag">#<span>${name}</span></a>`;
  }
  const [, scheme = '', rest = ''] = /^(https?:\/\/(?:www\.)?)(.*)$/i.exec(raw) ?? [];
  const shown = rest.slice(0, 30);
  const hidden = rest.slice(30);
  return (
    `<a href="${escaped(raw)}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${scheme}</span>` +
    `<span class="${hidden === '' ? '' : 'ellipsis'}">${escaped(shown)}</span><span class="invisible">${escaped(hidden)}</span></a>`
  );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
