import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database } from '../db/database.ts';
import type { CallFacts } from './call-facts.ts';

/** An answer kept for an account. */
export interface CachedAnswer {
  readonly key: string;
  readonly body: unknown;
  readonly etag: string | null;
  readonly readAt: number;
  readonly fresh: boolean;
}

/** Parsed bodies of one thread, checked against the stored row before use, so that a write in another thread counts here too. */
export type ParsedBodies = LRUCache<string, { readonly readAt: number; readonly body: unknown }>;

export function createParsedBodies(): ParsedBodies {
  return new LRUCache({ max: 500 });
}

/** A row under this key notes when the account was last written to. */
const lastWriteKey = 'last-write';

interface Row {
  body: string;
  etag: string | null;
  readAt: number;
  expiresAt: number;
}

/** One layer of SQLite, which all threads share, and one of memory, which saves parsing. Keys belong to an account. */
export function createCache(db: Database, parsed: ParsedBodies) {
  return {
    look(accountId: string, call: CallFacts, now: number): CachedAnswer | null {
      const key = keyOf(call);
      const row = db
        .sql<Row>(
          `SELECT body, etag, read_at AS readAt, expires_at AS expiresAt FROM http_cache WHERE account_id = :accountId AND key = :key`,
        )
        .get({ accountId, key });
      if (row === undefined) return null;
      const known = parsed.get(`${accountId} ${key}`);
      const body: unknown = known?.readAt === row.readAt ? known.body : JSON.parse(row.body);
      parsed.set(`${accountId} ${key}`, { readAt: row.readAt, body });
      return { key, body, etag: row.etag, readAt: row.readAt, fresh: row.expiresAt > now };
    },

    /** Keeps an answer, unless the account was written to since the question was asked; joins the caller's transaction. */
    keep(
      accountId: string,
      call: CallFacts,
      answer: { text: string; etag: string | null; askedAt: number; now: number },
    ): void {
      const lastWrite = db
        .sql<{ readAt: number }>(
          `SELECT read_at AS readAt FROM http_cache WHERE account_id = :accountId AND key = :key`,
        )
        .get({ accountId, key: lastWriteKey });
      if (lastWrite !== undefined && lastWrite.readAt >= answer.askedAt) return;
      put(accountId, keyOf(call), {
        body: answer.text,
        etag: answer.etag,
        readAt: answer.now,
        expiresAt: answer.now + (call.cacheMs ?? 0),
      });
    },

    /** The network says that a kept answer still holds; joins the caller's transaction. */
    renew(accountId: string, call: CallFacts, now: number): void {
      db.sql(
        `UPDATE http_cache SET read_at = :now, expires_at = :expiresAt WHERE account_id = :accountId AND key = :key`,
      ).run({ accountId, key: keyOf(call), now, expiresAt: now + (call.cacheMs ?? 0) });
    },

    /** Kept answers of an account are asked for anew from now on; joins the caller's transaction. */
    invalidate(accountId: string, now: number): void {
      db.sql(`UPDATE http_cache SET expires_at = 0 WHERE account_id = :accountId`).run({ accountId });
      put(accountId, lastWriteKey, { body: 'null', etag: null, readAt: now, expiresAt: 0 });
    },
  };

  function put(accountId: string, key: string, row: Row): void {
    db.sql(
      `INSERT INTO http_cache (account_id, key, body, etag, read_at, expires_at)
       VALUES (:accountId, :key, :body, :etag, :readAt, :expiresAt)
       ON CONFLICT (account_id, key) DO UPDATE SET
         body = excluded.body, etag = excluded.etag, read_at = excluded.read_at, expires_at = excluded.expires_at`,
    ).run({ accountId, key, ...row });
  }
}

/** Forgets all that was read for an account; joins the caller's transaction. */
export function clearCache(db: Database, accountId: string): void {
  db.write(() => db.sql(`DELETE FROM http_cache WHERE account_id = :accountId`).run({ accountId }));
}

function keyOf(call: CallFacts): string {
  const query = Object.entries(call.query ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const asked = JSON.stringify([call.operation, call.endpoint, call.method, call.path, query]);
  return createHash('sha256').update(asked).digest('base64url');
}
