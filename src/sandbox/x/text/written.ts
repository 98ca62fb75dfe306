import { letters } from '../../seeded.ts';
import { xPeople } from '../people/people.ts';
import { findEntities } from './entities.ts';
import type { Entity } from './entities.ts';

/** Entities as X's version 2 answers hold them; positions count code points of the answered text. */
export interface Entities {
  readonly urls: UrlEntity[];
  readonly mentions: { start: number; end: number; username: string; id?: string }[];
  readonly hashtags: TagEntity[];
  readonly cashtags: TagEntity[];
}

interface TagEntity {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

interface UrlEntity {
  readonly start: number;
  readonly end: number;
  readonly url: string;
  readonly expanded_url: string;
  readonly display_url: string;
  readonly media_key?: string;
}

/** A text as X gives it back: links shortened by t.co, `& < >` escaped. */
export interface Written {
  readonly text: string;
  readonly entities: Entities;
}

/** A link that X adds for attached media. */
export interface MediaLink {
  readonly expanded: string;
  readonly mediaKeys: readonly string[];
}

/** Writes a stored text as X answers it. The same post always gets the same short links. */
export function write(postId: string, raw: string, media: MediaLink | undefined): Written {
  const entities: Entities = { urls: [], mentions: [], hashtags: [], cashtags: [] };
  let text = '';
  let from = 0;
  for (const entity of findEntities(raw)) {
    text += escaped(raw.slice(from, entity.start));
    const start = points(text);
    text += entity.kind === 'url' ? shortLink(postId, entity) : raw.slice(entity.start, entity.end);
    note(entities, entity, start, points(text), postId);
    from = entity.end;
  }
  text += escaped(raw.slice(from));
  if (media !== undefined) text = withMediaLink(text, entities, postId, media);
  return { text, entities };
}

function note(entities: Entities, entity: Entity, start: number, end: number, postId: string): void {
  const { kind, value } = entity;
  if (kind === 'url') {
    const expanded = /^https?:/i.test(value) ? value : `http://${value}`;
    const display = value.replace(/^https?:\/\/(?:www\.)?/i, '');
    entities.urls.push({
      start,
      end,
      url: shortLink(postId, entity),
      expanded_url: expanded,
      display_url: display.length > 27 ? `${display.slice(0, 26)}…` : display,
    });
  } else if (kind === 'mention') {
    const person = xPeople.byUsername(value);
    entities.mentions.push({
      start,
      end,
      username: person?.username ?? value,
      ...(person && { id: person.id }),
    });
  } else {
    entities[kind === 'hashtag' ? 'hashtags' : 'cashtags'].push({ start, end, tag: value });
  }
}

function withMediaLink(text: string, entities: Entities, postId: string, media: MediaLink): string {
  const code = letters(10, 'media', postId);
  const url = `https://t.co/${code}`;
  const full = text === '' ? url : `${text} ${url}`;
  const end = points(full);
  for (const key of media.mediaKeys) {
    entities.urls.push({
      start: end - url.length,
      end,
      url,
      expanded_url: media.expanded,
      display_url: `pic.x.com/${code}`,
      media_key: key,
    });
  }
  return full;
}

function shortLink(postId: string, entity: Entity): string {
  return `https://t.co/${letters(10, postId, String(entity.start), entity.value)}`;
}

function points(text: string): number {
  return Array.from(text).length;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
