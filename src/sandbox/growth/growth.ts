import type { Inhabitant } from '../people/people.ts';
import { fraction, normal } from '../seeded.ts';
import { followersAt } from './followers.ts';

/** What the growth of a post's numbers depends on, besides its author. */
export interface Growing {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** An answer to another post, which fewer see. */
  readonly isReply: boolean;
  readonly hasMedia: boolean;
  readonly hasLink: boolean;
  readonly hashtags: number;
}

/** What a post has gathered; replies are counted from the replies themselves. A network shows those that it knows. */
export interface Gathered {
  readonly impressions: number;
  readonly likes: number;
  readonly reposts: number;
  readonly quotes: number;
  readonly bookmarks: number;
  readonly linkClicks: number;
  readonly profileClicks: number;
  readonly detailExpands: number;
  readonly follows: number;
  readonly mediaViews: number;
}

const hourMs = 3_600_000;

/** After this a post gathers next to nothing. */
export const growthEndsMs = 72 * hourMs;

/**
 * What a post has gathered by an instant. Always the same for the same post, never less than before, and nearly
 * everything within two days. The first impressions come within seconds.
 */
export function gathered(post: Growing, author: Inhabitant, now: number): Gathered {
  const age = now - post.at;
  const reach = finalReach(post, author);
  const seen = reach * share(age);
  const later = reach * share(age * 0.8);
  const spread = (name: string, low: number, high: number): number =>
    low + (high - low) * fraction(name, post.id);
  return {
    impressions: Math.floor(seen),
    likes: Math.floor(later * spread('likes', 0.011, 0.038)),
    reposts: Math.floor(later * spread('reposts', 0.001, 0.006)),
    quotes: Math.floor(later * spread('quotes', 0, 0.0008)),
    bookmarks: Math.floor(later * spread('bookmarks', 0.0005, 0.004)),
    linkClicks: post.hasLink ? Math.floor(later * spread('clicks', 0.008, 0.025)) : 0,
    profileClicks: Math.floor(later * spread('profile', 0.002, 0.009)),
    detailExpands: Math.floor(later * spread('expands', 0.01, 0.04)),
    follows: Math.floor(later * spread('follows', 0, 0.0006)),
    mediaViews: post.hasMedia ? Math.floor(seen * spread('media', 0.3, 0.6)) : 0,
  };
}

/** How many times a post will have been seen in the end. */
export function finalReach(post: Growing, author: Inhabitant): number {
  const followers = followersAt(author, post.at);
  const thread = post.isReply ? 0.4 : 1;
  const chance = Math.exp(0.4 * normal('reach', post.id, post.text));
  return Math.max(
    60,
    (150 + followers * 0.42) * thread * hourFactor(author, post.at) * contentFactor(post) * chance,
  );
}

/** The part of its reach that a post of this age has had. A small part comes at once, from those who are looking. */
function share(ageMs: number): number {
  if (ageMs <= 0) return 0;
  const slow = 1 - Math.exp(-((ageMs / (6 * hourMs)) ** 0.75));
  const atOnce = 1 - Math.exp(-ageMs / 20_000);
  return 0.98 * slow + 0.02 * atOnce;
}

/** Readers are awake at some hours and busy at weekends. */
function hourFactor(author: Inhabitant, at: number): number {
  const local = new Date(at + author.utcOffsetHours * hourMs);
  const hour = local.getUTCHours() + local.getUTCMinutes() / 60;
  const nearest = Math.min(...author.goodHours.map((good) => distance(hour, good + 0.5)));
  const weekend = [0, 6].includes(local.getUTCDay()) ? 0.85 : 1;
  const night = hour < 5.5 || hour > 23 ? 0.5 : 1;
  return weekend * night * (0.7 + 0.8 * Math.exp(-((nearest / 1.2) ** 2)));
}

function distance(hour: number, other: number): number {
  const apart = Math.abs(hour - other);
  return Math.min(apart, 24 - apart);
}

function contentFactor({ text, hasMedia, hasLink, hashtags }: Growing): number {
  let factor = 1;
  if (hasMedia) factor *= 1.45;
  if (text.includes('?')) factor *= 1.2;
  if (hasLink) factor *= 0.6;
  if (hashtags > 0) factor *= hashtags <= 2 ? 1.08 : 0.8;
  if (text.length > 0 && text.length < 40) factor *= 0.85;
  if (text.length >= 70 && text.length <= 200) factor *= 1.12;
  return factor;
}
