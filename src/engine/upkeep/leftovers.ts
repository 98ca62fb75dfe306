const dayMs = 24 * 60 * 60_000;

/**
 * What is taken out, at most `:most` rows a statement, and how long each is kept in milliseconds after its own end
 * (`:before` is that long ago). Expired answers are kept a week, since they can still be revalidated; within the week the cache bounds itself in bytes.
 */
export const leftovers: readonly { readonly sql: string; readonly keptMs: number }[] = [
  {
    keptMs: 30 * dayMs,
    sql: `DELETE FROM http_audit WHERE id IN (SELECT id FROM http_audit WHERE at < :before LIMIT :most)`,
  },
  {
    keptMs: 30 * dayMs,
    sql: `DELETE FROM job WHERE id IN (SELECT id FROM job WHERE finished_at < :before LIMIT :most)`,
  },
  {
    keptMs: 7 * dayMs,
    sql: `DELETE FROM http_cache WHERE (account_id, key) IN (SELECT account_id, key FROM http_cache WHERE expires_at < :before LIMIT :most)`,
  },
  {
    keptMs: dayMs,
    sql: `DELETE FROM secret WHERE owner_kind = 'flow' AND owner_id IN (SELECT id FROM connection_flow WHERE expires_at < :before LIMIT :most)`,
  },
  {
    keptMs: dayMs,
    sql: `DELETE FROM connection_flow WHERE id IN (SELECT id FROM connection_flow WHERE expires_at < :before LIMIT :most)`,
  },
  {
    keptMs: dayMs,
    sql: `DELETE FROM upload WHERE (account_id, media_id, alt_text) IN (SELECT account_id, media_id, alt_text FROM upload WHERE expires_at < :before LIMIT :most)`,
  },
  {
    keptMs: dayMs,
    sql: `DELETE FROM rate_window WHERE (scope_id, window) IN (SELECT scope_id, window FROM rate_window WHERE reset_at < :before LIMIT :most)`,
  },
  {
    keptMs: dayMs,
    sql: `DELETE FROM pause WHERE (scope_kind, scope_id, effect) IN (SELECT scope_kind, scope_id, effect FROM pause WHERE until < :before LIMIT :most)`,
  },
  {
    keptMs: dayMs,
    sql: `DELETE FROM breaker WHERE (origin, platform, operation) IN (SELECT origin, platform, operation FROM breaker WHERE coalesce(probe_at, since) < :before LIMIT :most)`,
  },
  {
    keptMs: 30 * dayMs,
    sql: `DELETE FROM clock_skew WHERE (platform, origin) IN (SELECT platform, origin FROM clock_skew WHERE seen_at < :before LIMIT :most)`,
  },
  {
    keptMs: 90 * dayMs,
    sql: `DELETE FROM model_answer WHERE key IN (SELECT key FROM model_answer WHERE created_at < :before LIMIT :most)`,
  },
  {
    keptMs: 90 * dayMs,
    sql: `DELETE FROM audience_day WHERE (account_id, starts_at) IN (SELECT account_id, starts_at FROM audience_day WHERE starts_at < :before LIMIT :most)`,
  },
  {
    keptMs: 90 * dayMs,
    sql: `DELETE FROM audience_countries WHERE (account_id, read_at) IN (SELECT account_id, read_at FROM audience_countries WHERE read_at < :before LIMIT :most)`,
  },
  {
    keptMs: 7 * dayMs,
    sql: `DELETE FROM competitor WHERE id IN (SELECT id FROM competitor WHERE removed_at < :before LIMIT :most)`,
  },
];
