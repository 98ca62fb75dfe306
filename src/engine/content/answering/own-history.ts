import { LRUCache } from 'lru-cache';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { ContentRules } from '../../platforms/content-rules.ts';
import type { ContentHistory } from '../content-input.ts';
import { wordRowsOf } from '../own-duplicate.ts';

/** Newest posts that hashtags are looked for in. */
const mostPosts = 500;

/** Newest posts that a draft is compared with, and how far back. */
const mostCompared = 200;
const dayMs = 86_400_000;
const comparedDays = 90;

/** Whose posts count: of one account, or of all at a network. */
interface Whose {
  readonly workspaceId: WorkspaceId;
  readonly platform: string;
  readonly accountId: AccountId | null;
}

interface Asked extends Whose {
  readonly rules: ContentRules;
  readonly now: number;
}

/** What was read out of own posts' texts. They hardly change, and a draft is compared with them at every pause in writing. */
export interface OwnTexts {
  rowsOf(text: string): ReadonlySet<string>;
  hashtagsOf(platform: string, text: string, rules: ContentRules): readonly string[];
}

/** As many texts as some accounts are compared with; each is some kilobytes. */
const mostKept = 800;

export function createOwnTexts(): OwnTexts {
  const rows = new LRUCache<string, ReadonlySet<string>>({ max: mostKept });
  const hashtags = new LRUCache<string, readonly string[]>({ max: mostKept });
  return {
    rowsOf: (text) => kept(rows, text, () => wordRowsOf(text)),
    hashtagsOf: (platform, text, rules) =>
      kept(hashtags, `${platform} ${text}`, () => rules.measure(text).entities.hashtags),
  };
}

function kept<Value extends object>(cache: LRUCache<string, Value>, key: string, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** The hashtags of own posts with what those posts earned, how many have numbers, and the newest to compare with. */
export function ownHistory(
  db: Database,
  { rules, now, ...whose }: Asked,
  texts: OwnTexts = createOwnTexts(),
): ContentHistory {
  const posts = postsWithMetrics(db, whose);
  const tags = new Map<string, { tag: string; posts: number; total: number }>();
  for (const { text, interactions } of posts.filter((post) => /[#＃]/.test(post.text))) {
    const own = new Map(texts.hashtagsOf(whose.platform, text, rules).map((tag) => [tag.toLowerCase(), tag]));
    for (const [key, tag] of own) {
      const known = tags.get(key) ?? { tag, posts: 0, total: 0 };
      tags.set(key, { ...known, posts: known.posts + 1, total: known.total + interactions });
    }
  }
  return {
    recent: recentPosts(db, whose, now, texts),
    postsWithMetrics: countWithMetrics(db, whose),
    hashtags: [...tags.values()].map(({ tag, posts: count, total }) => ({
      tag,
      posts: count,
      engagement: total / count,
    })),
  };
}

function recentPosts(db: Database, whose: Whose, now: number, texts: OwnTexts): ContentHistory['recent'] {
  return db
    .sql<{ text: string; publishedAt: number }>(
      `SELECT r.text, r.published_at AS publishedAt FROM remote_post r JOIN account a ON a.id = r.account_id
       WHERE r.workspace_id = :workspaceId AND a.platform = :platform AND (:accountId IS NULL OR a.id = :accountId) AND r.gone = 0 AND r.in_reply_to IS NULL
       AND r.published_at >= :since
       ORDER BY r.published_at DESC LIMIT :most`,
    )
    .all({ ...whose, since: now - comparedDays * dayMs, most: mostCompared })
    .map(({ text, publishedAt }) => ({
      text,
      rows: texts.rowsOf(text),
      daysAgo: Math.max(0, Math.floor((now - publishedAt) / dayMs)),
    }));
}

function countWithMetrics(db: Database, whose: Whose): number {
  const row = db
    .sql<{ count: number }>(
      `SELECT count(*) AS count FROM remote_post r JOIN account a ON a.id = r.account_id
       WHERE r.workspace_id = :workspaceId AND a.platform = :platform AND (:accountId IS NULL OR a.id = :accountId) AND r.gone = 0
       AND EXISTS (SELECT 1 FROM metric_sample s WHERE s.subject_kind = 'post' AND s.subject_id = r.id)`,
    )
    .get({ ...whose });
  return row?.count ?? 0;
}

function postsWithMetrics(db: Database, whose: Whose): { text: string; interactions: number }[] {
  // With max() SQLite takes the value from the row that holds the newest reading.
  return db
    .sql<{ text: string; interactions: number }>(
      `WITH recent AS (
         SELECT r.id, r.text FROM remote_post r JOIN account a ON a.id = r.account_id
         WHERE r.workspace_id = :workspaceId AND a.platform = :platform AND (:accountId IS NULL OR a.id = :accountId) AND r.gone = 0
         ORDER BY r.published_at DESC LIMIT :most),
       newest AS (
         SELECT s.subject_id, s.metric, max(s.at), s.value FROM metric_sample s JOIN recent ON recent.id = s.subject_id
         WHERE s.subject_kind = 'post' AND s.metric IN ('likes', 'comments', 'shares', 'quotes')
         GROUP BY s.subject_id, s.metric)
       SELECT recent.text, sum(newest.value) AS interactions FROM newest JOIN recent ON recent.id = newest.subject_id
       GROUP BY recent.id`,
    )
    .all({ ...whose, most: mostPosts });
}
