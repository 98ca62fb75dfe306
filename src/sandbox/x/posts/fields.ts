import { z } from 'zod';
import { commaList } from '../api/query.ts';

// Since 2026-08-07 X's description says `post.fields` and new names, while its documents and every client use the older
// ones. Both are taken; answers use the names that were asked with.
const newToOld: Readonly<Record<string, string>> = {
  note_post: 'note_tweet',
  referenced_posts: 'referenced_tweets',
  edit_history_post_ids: 'edit_history_tweet_ids',
  'referenced_tweets.id': 'referenced_tweets',
};

const postFields = [
  'article',
  'article_title',
  'attachments',
  'author_id',
  'card_uri',
  'community_id',
  'context_annotations',
  'conversation_id',
  'created_at',
  'display_text_range',
  'edit_controls',
  'edit_history_tweet_ids',
  'entities',
  'geo',
  'id',
  'in_reply_to_user_id',
  'lang',
  'matched_media_notes',
  'media_metadata',
  'non_public_metrics',
  'note_request_suggestions',
  'note_tweet',
  'organic_metrics',
  'paid_partnership',
  'possibly_sensitive',
  'promoted_metrics',
  'public_metrics',
  'referenced_tweets',
  'reply_settings',
  'scopes',
  'source',
  'suggested_source_links',
  'suggested_source_links_with_counts',
  'text',
  'withheld',
] as const;

const userFields = [
  'affiliation',
  'confirmed_email',
  'connection_status',
  'created_at',
  'description',
  'entities',
  'id',
  'is_identity_verified',
  'location',
  'most_recent_tweet_id',
  'name',
  'parody',
  'pinned_tweet_id',
  'profile_banner_url',
  'profile_image_url',
  'protected',
  'public_metrics',
  'receives_your_dm',
  'subscribes_to_you',
  'subscription',
  'subscription_type',
  'url',
  'username',
  'verified',
  'verified_followers_count',
  'verified_type',
  'withheld',
] as const;

const mediaFields = [
  'alt_text',
  'duration_ms',
  'height',
  'media_key',
  'non_public_metrics',
  'organic_metrics',
  'preview_image_url',
  'promoted_metrics',
  'public_metrics',
  'type',
  'url',
  'variants',
  'width',
] as const;

const expansions = [
  'article.cover_media',
  'article.media_entities',
  'attachments.media_keys',
  'attachments.media_source_tweet',
  'attachments.poll_ids',
  'author_id',
  'edit_history_tweet_ids',
  'entities.mentions.username',
  'geo.place_id',
  'in_reply_to_user_id',
  'pinned_tweet_id',
  'referenced_tweets',
  'referenced_tweets.id.author_id',
  'username',
] as const;

function oneOf<Name extends string>(names: readonly [Name, ...Name[]]): z.ZodType<Name, string> {
  return z
    .string()
    .transform((name) => newToOld[name] ?? name)
    .pipe(z.enum(names));
}

/** The parameters that choose what a post's answer holds. */
export const postFieldParameters = {
  'tweet.fields': commaList(oneOf(postFields), 50).optional(),
  'post.fields': commaList(oneOf(postFields), 50).optional(),
  'user.fields': commaList(oneOf(userFields), 50).optional(),
  'media.fields': commaList(oneOf(mediaFields), 50).optional(),
  'poll.fields': z.string().optional(),
  'place.fields': z.string().optional(),
  expansions: commaList(oneOf(expansions), 50).optional(),
};

/** The parameters that choose what a person's answer holds. */
export const userFieldParameters = {
  'tweet.fields': postFieldParameters['tweet.fields'],
  'post.fields': postFieldParameters['post.fields'],
  'user.fields': postFieldParameters['user.fields'],
  expansions: postFieldParameters.expansions,
};

/** What was asked for, in the older names. */
export interface Wanted {
  readonly post: ReadonlySet<string>;
  readonly user: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
  /** Answer with the names of 2026-08. */
  readonly newNames: boolean;
}

/** Brings the parameters into one shape. */
export function wantedFrom(query: {
  readonly 'tweet.fields'?: readonly string[] | undefined;
  readonly 'post.fields'?: readonly string[] | undefined;
  readonly 'user.fields'?: readonly string[] | undefined;
  readonly 'media.fields'?: readonly string[] | undefined;
  readonly expansions?: readonly string[] | undefined;
}): Wanted {
  return {
    post: new Set([...(query['tweet.fields'] ?? []), ...(query['post.fields'] ?? [])]),
    user: new Set(query['user.fields']),
    media: new Set(query['media.fields']),
    expansions: new Set(query.expansions),
    newNames: query['post.fields'] !== undefined,
  };
}
