import { write } from '../text/written.ts';
import type { Written } from '../text/written.ts';
import { nonPublicMetrics, publicMetrics } from '../metrics/represent.ts';
import { xPeople } from '../people/people.ts';
import { fieldNotAuthorized } from '../problems.ts';
import type { PartialError } from '../problems.ts';
import { mediaKey } from '../media/represent.ts';
import type { Post, XState } from '../state.ts';
import { ordinaryLimit, weightedLength } from '../text/weighted-length.ts';
import type { Wanted } from './fields.ts';

const metricsForAuthorMs = 30 * 86_400_000;

/** What a post's answer depends on besides the post. */
export interface Reader {
  readonly state: XState;
  readonly now: number;
  /** The id of who reads; null for an app-only token. */
  readonly account: string | null;
  readonly wanted: Wanted;
}

/** A post as X answers it, or why not: metrics for the author alone, and for 30 days, take the whole post out. */
export function postAnswer(reader: Reader, post: Post): Record<string, unknown> | PartialError {
  const { state, now, wanted } = reader;
  const author = xPeople.known(post.author);
  for (const field of ['non_public_metrics', 'organic_metrics']) {
    const allowed = reader.account === post.author && now - post.at <= metricsForAuthorMs;
    if (wanted.post.has(field) && !allowed) return fieldNotAuthorized(`${field}.impression_count`, post.id);
  }
  const written = writtenPost(state, post);
  const long = weightedLength(post.text) > ordinaryLimit;
  const history = wanted.newNames ? 'edit_history_post_ids' : 'edit_history_tweet_ids';
  const answer: Record<string, unknown> = {
    id: post.id,
    text: long ? shortened(written.text) : written.text,
    [history]: [post.id],
  };
  const target = post.replyTo === null ? undefined : state.post(post.replyTo);
  const optional: Record<string, () => unknown> = {
    attachments: () => attachments(state, post),
    author_id: () => author.id,
    conversation_id: () => post.conversation,
    created_at: () => new Date(post.at).toISOString(),
    edit_controls: () => ({
      edits_remaining: 5,
      is_edit_eligible: false,
      editable_until: new Date(post.at + 3_600_000).toISOString(),
    }),
    entities: () => present(written),
    in_reply_to_user_id: () => (post.replyTo === null ? undefined : (target?.author ?? post.author)),
    lang: () => 'en',
    note_tweet: () => (long ? { text: written.text, entities: present(written) } : undefined),
    possibly_sensitive: () => false,
    reply_settings: () => post.replySettings ?? 'everyone',
    referenced_tweets: () => (post.replyTo === null ? undefined : [{ type: 'replied_to', id: post.replyTo }]),
    public_metrics: () => publicMetrics(state, post, now, wanted.newNames),
    non_public_metrics: () => nonPublicMetrics(state, post, now),
    organic_metrics: () => ({
      ...publicMetrics(state, post, now, wanted.newNames),
      ...nonPublicMetrics(state, post, now),
    }),
  };
  for (const [field, value] of Object.entries(optional)) {
    if (!wanted.post.has(field)) continue;
    const found = value();
    if (found !== undefined) answer[wanted.newNames ? (newName[field] ?? field) : field] = found;
  }
  return answer;
}

/** The text of a post as X gives it back, with its entities. */
export function writtenPost(state: XState, post: Post): Written {
  const author = xPeople.known(post.author);
  const keys = post.media.map((id) => mediaKey(state, id));
  const kind = keys[0]?.startsWith('3_') === false ? 'video' : 'photo';
  const link = { expanded: `https://x.com/${author.username}/status/${post.id}/${kind}/1`, mediaKeys: keys };
  return write(post.id, post.text, keys.length > 0 ? link : undefined);
}

const newName: Readonly<Record<string, string>> = {
  note_tweet: 'note_post',
  referenced_tweets: 'referenced_posts',
};

/** Whether `postAnswer` refused the post. */
export function isPartialError(answer: Record<string, unknown> | PartialError): answer is PartialError {
  return 'resource_type' in answer;
}

function attachments(state: XState, post: Post): unknown {
  if (post.media.length > 0) return { media_keys: post.media.map((id) => mediaKey(state, id)) };
  return post.poll === null ? undefined : { poll_ids: [post.id] };
}

function present(written: Written): object | undefined {
  const filled = Object.entries(written.entities).filter(([, list]) => list.length > 0);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

function shortened(text: string): string {
  return `${Array.from(text).slice(0, 275).join('').trimEnd()}…`;
}
