import { z } from 'zod';
import { accountId } from '../models/ids.ts';
import { instant } from '../models/time.ts';

/** How it stands with something that only the network can tell. */
const told = z.object({
  /** `not_told`: nothing can be read of it at this network; `few_followers`: it does so of larger accounts; `nothing_told`: it was asked and had nothing. */
  status: z.enum(['known', 'not_read', 'not_told', 'few_followers', 'nothing_told', 'trouble']),
  /** Why nothing is known, or nothing newer, in a sentence; null where all is well. */
  text: z.string().nullable(),
  /** When the network last told it. */
  readAt: instant.nullable(),
});

/** An hour of the week to try, because followers are online then. */
const followerTry = z.object({
  /** 0 is Monday 00:00, 167 Sunday 23:00, local hours of `zone`. */
  slot: z.int().min(0).max(167),
  weekday: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
  /** Followers online then, on average. */
  online: z.int(),
  next: instant,
  note: z.enum(['none', 'gap', 'overlap']),
  why: z.string(),
});
export type FollowerTry = z.infer<typeof followerTry>;

/** When an account's followers are online, and where they are, as its network tells it. */
export const audienceFollowers = z.object({
  accountId,
  /** Who tells it: the network's title. */
  source: z.string(),
  /** The IANA zone of the hours. */
  zone: z.string(),
  online: told.extend({
    from: instant.nullable(),
    to: instant.nullable(),
    /** How the network counts, and what is not sure of it; null where it tells nothing. */
    note: z.string().nullable(),
    /** Days that are counted, at most the newest 28. */
    days: z.int(),
    /** 24 means from midnight on; empty unless `known`, null where the network has no number. */
    hours: z.array(z.object({ hour: z.int(), online: z.int().nullable() })),
    /** The hours of the week with most of them, best first, one a weekday at most. It is where they are, not what posts earn. */
    tries: z.array(followerTry),
  }),
  countries: told.extend({
    counts: z.enum(['followers', 'views']),
    total: z.int(),
    /** Most first. `zone`: one of the country's, where all of it keeps one clock; null where it keeps several. */
    countries: z.array(
      z.object({ country: z.string(), count: z.int(), share: z.number(), zone: z.string().nullable() }),
    ),
    /** Countries with one clock, by that clock, most first; one of its zones stands for it. */
    clocks: z.array(z.object({ zone: z.string(), share: z.number(), countries: z.array(z.string()) })),
    /** Share that is in countries with several clocks, and whose country the network does not know. */
    severalClocks: z.number(),
    unknown: z.number(),
    /** The zone of more of them than any other zone can hold, wherever those are that countries leave open; null where none is. */
    suggested: z.string().nullable(),
  }),
});
export type AudienceFollowers = z.infer<typeof audienceFollowers>;
