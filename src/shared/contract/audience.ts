import { z } from 'zod';
import { accountId } from '../models/ids.ts';
import { instant } from '../models/time.ts';
import { procedure, scope } from './base.ts';
import { audienceFollowers } from './followers.ts';

/** An IANA zone. */
const timeZone = z.string().min(1).max(64);

/** An own post that a statement rests on. */
const evidence = z.object({
  text: z.string(),
  publishedAt: instant,
  /** Where it can be seen; null for one out of a file. */
  url: z.string().nullable(),
  remoteId: z.string().nullable(),
  /** Likes, comments and shares. */
  interactions: z.int(),
  /** What it earned beside the posts around it: 0.2 is a fifth more. */
  beside: z.number(),
});

/** Something that own posts have or lack, and what those that have it earn beside those that lack it. */
const trait = z.object({
  kind: z.enum(['topic', 'hashtag', 'format', 'length', 'tone']),
  /** A phrase, a tag with its sign, or the name of a format, a length or a tone. */
  name: z.string(),
  /** Of lengths: code points from and to; null at an open end. */
  from: z.int().nullable(),
  to: z.int().nullable(),
  posts: z.int(),
  /** As a fraction of what posts without it earn, drawn towards nothing by how much chance there is in it. */
  effect: z.number(),
  /** Holds the effect nineteen times in twenty. */
  low: z.number(),
  high: z.number(),
  /** It stands clear of chance, though many others were looked at too. */
  clear: z.boolean(),
  /** The best of these posts where it helps, the worst where it costs. */
  evidence: z.array(evidence),
});
export type AudienceTrait = z.infer<typeof trait>;

/** Who responds to an account, and to what. */
export const audienceInsights = z.object({
  accountId,
  /** The IANA zone of the hours. */
  zone: z.string(),
  responders: z.object({
    status: z.enum(['known', 'not_enough_data', 'not_told']),
    /** Comments, replies, quotes and mentions that are stored, of the newest 5,000, and how many it takes. */
    have: z.int(),
    need: z.int(),
    from: instant.nullable(),
    to: instant.nullable(),
    people: z.int(),
    /** Most frequent first; only of texts that are long enough to tell. */
    languages: z.array(z.object({ code: z.string(), responses: z.int(), share: z.number() })),
    /** Responses whose text is too short to tell a language. */
    languageUnknown: z.int(),
    /** 24 counts from midnight, of responses and of the account's own posts in the same time. */
    hours: z.array(z.object({ hour: z.int(), responses: z.int(), posts: z.int() })),
    active: z.array(
      z.object({
        author: z.string(),
        authorName: z.string(),
        responses: z.int(),
        lastAt: instant,
        lastText: z.string(),
        lastUrl: z.string().nullable(),
      }),
    ),
  }),
  liked: z.object({
    status: z.enum(['clear', 'nothing_clear', 'not_enough_data']),
    have: z.int(),
    need: z.int(),
    from: instant.nullable(),
    to: instant.nullable(),
    /** How many traits were compared. */
    compared: z.int(),
    /** Those that stand clear of chance, the strongest first; then the others, the surest first. */
    traits: z.array(trait),
  }),
});
export type AudienceInsights = z.infer<typeof audienceInsights>;

export const audienceContract = {
  insights: procedure
    .route({
      method: 'GET',
      path: '/audience/{accountId}',
      summary: 'Who responds to an account, and to what',
    })
    .input(scope.extend({ accountId }))
    .output(audienceInsights),
  followers: procedure
    .route({
      method: 'GET',
      path: '/audience/{accountId}/followers',
      summary: 'When followers are online and where they are, as the network told it',
    })
    .input(scope.extend({ accountId, zone: timeZone.optional() }))
    .output(audienceFollowers),
  /** Null: the workspace's. Best times, their chips and slots, and the hours of this part are told in it. */
  setZone: procedure
    .route({
      method: 'PUT',
      path: '/audience/{accountId}/zone',
      summary: 'Set the time zone of those who read an account',
    })
    .input(scope.extend({ accountId, zone: timeZone.nullable() }))
    .output(z.object({ accountId, zone: z.string(), hasOwnZone: z.boolean() })),
};
