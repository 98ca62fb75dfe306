import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database } from '../db/database.ts';
import type { CallFacts } from './call-facts.ts';

/** Bytes that one thread keeps in memory, that one installation keeps in its file, and that one answer may have. */
export interface CacheLimits {
  readonly memoryBytes: number;
  readonly storedBytes: number;
  readonly answerBytes: number;
}

const mebibyte = 1024 * 1024;
const usualLimits: CacheLimits = {
  memoryBytes: 4 * mebibyte,
  storedBytes: 32 * mebibyte,
  answerBytes: mebibyte,
};
/** A use is written down at most this often, in milliseconds. */
const useStepMs = 60_000;
const evictedATransaction = 50;

/** An answer kept for an account. */
export interface CachedAnswer {
  readonly body: unknown;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Epoch ms at which the network gave or confirmed it. */
  readonly readAt: number;
  /** It may be used without asking. Otherwise it is a basis for a conditional request, or better than nothing. */
  readonly fresh: boolean;
  readonly layer: 'memory' | 'stored';
}

/** An answer to be kept. `generation` is what `generationOf` said when the question was asked. */
export interface NewAnswer {
  readonly call: CallFacts;
  readonly text: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly generation: number;
}

interface KeptBody {
  readonly revision: number;
  readonly body: unknown;
  readonly bytes: number;
}

/** One thread's layer in memory: bodies as they were parsed, with the revision of the row that they came from. */
export interface CacheMemory {
  readonly bodies: LRUCache<string, KeptBody>;
  readonly limits: CacheLimits;
}

export function createCacheMemory(limits: CacheLimits = usualLimits): CacheMemory {
  return {
    limits,
    bodies: new LRUCache({ maxSize: limits.memoryBytes, sizeCalculation: ({ bytes }) => bytes }),
  };
}

interface Row {
  key: string;
  /** Null where memory has it. */
  body: string | null;
  etag: string | null;
  lastModified: string | null;
  readAt: number;
  expiresAt: number;
  revision: number;
  bytes: number;
  /** 1 while the account has not been written to since. */
  current: number;
}

/**
 * Two layers: SQLite, which all threads share, and one of memory above it, which saves reading and parsing bodies. A
 * look always reads the small columns of the row, so what one thread writes counts in all others at once. Answers belong
 * to an account, and a write of that account makes all of them out of date.
 */
export function createCache(db: Database, memory: CacheMemory) {
  const { bodies, limits } = memory;

  const lookMany = (
    accountId: string,
    calls: readonly CallFacts[],
    now: number,
  ): readonly (CachedAnswer | null)[] => {
    const keys = calls.map(keyOf);
    const places = keys.map((key) => `${accountId} ${key}`);
    // Taken out at once: what is put in for one question may push out what the next one needs.
    const inMemory = places.map((place) => bodies.get(place));
    const asked = keys.map((key, index) => [key, inMemory[index]?.revision ?? -1]);
    // One statement, so that row, body and generation are of one moment.
    const rows = db
      .sql<Row>(
        `SELECT c.key, etag, last_modified AS lastModified, read_at AS readAt, expires_at AS expiresAt, revision, bytes,
           CASE WHEN revision = asked.value ->> 1 THEN NULL ELSE body END AS body,
           generation = coalesce((SELECT g.generation FROM http_cache_generation g WHERE g.account_id = :accountId), 0) AS current
         FROM json_each(:asked) asked CROSS JOIN http_cache c ON c.account_id = :accountId AND c.key = asked.value ->> 0`,
      )
      .all({ accountId, asked: JSON.stringify(asked) });
    const found = new Map(rows.map((row) => [row.key, row]));
    return keys.map((key, index) => {
      const row = found.get(key);
      if (row === undefined) return null;
      const { etag, lastModified, readAt, expiresAt, current } = row;
      // An answer from the future was kept under another clock.
      const fresh = current === 1 && readAt <= now && now < expiresAt;
      return { ...bodyOf(places[index] ?? '', row, inMemory[index]), etag, lastModified, readAt, fresh };
    });
  };

  function bodyOf(
    place: string,
    row: Row,
    known: KeptBody | undefined,
  ): Pick<CachedAnswer, 'body' | 'layer'> {
    if (row.body === null && known !== undefined) return { body: known.body, layer: 'memory' };
    const body: unknown = JSON.parse(row.body ?? 'null');
    bodies.set(place, { revision: row.revision, body, bytes: row.bytes });
    return { body, layer: 'stored' };
  }

  const keepMany = (accountId: string, answers: readonly NewAnswer[], now: number): void => {
    db.write(() => {
      const current = generationOf(db, accountId);
      const statement = db.sql(
        `INSERT INTO http_cache (account_id, key, body, etag, last_modified, read_at, expires_at, used_at, revision, generation)
         VALUES (:accountId, :key, :text, :etag, :lastModified, :now, :expiresAt, :now, :revision, :generation)
         ON CONFLICT (account_id, key) DO UPDATE SET body = excluded.body, etag = excluded.etag,
           last_modified = excluded.last_modified, read_at = excluded.read_at, expires_at = excluded.expires_at,
           used_at = excluded.used_at, revision = excluded.revision, generation = excluded.generation`,
      );
      for (const { call, text, etag, lastModified, generation } of answers) {
        // The account was written to while the question was under way, or the answer would push out too many others.
        if (generation !== current || Buffer.byteLength(text) > limits.answerBytes) continue;
        const expiresAt = now + (call.cacheMs ?? 0);
        const given = { accountId, key: keyOf(call), text, etag, lastModified, now, expiresAt };
        statement.run({ ...given, revision: nextRevision(db), generation });
      }
      evict(db, limits.storedBytes);
    });
  };

  return {
    lookMany,
    look: (accountId: string, call: CallFacts, now: number): CachedAnswer | null =>
      lookMany(accountId, [call], now)[0] ?? null,

    /** Keeps answers, but those to questions asked before the account was last written to; joins the caller's transaction. */
    keepMany,
    keep: (accountId: string, answer: NewAnswer, now: number): void => keepMany(accountId, [answer], now),

    /** The network says that a kept answer still holds; joins the caller's transaction. */
    renew(accountId: string, call: CallFacts, generation: number, now: number): void {
      db.sql(
        `UPDATE http_cache SET read_at = :now, used_at = :now, expires_at = :expiresAt, generation = :generation
         WHERE account_id = :accountId AND key = :key`,
      ).run({ accountId, key: keyOf(call), generation, now, expiresAt: now + (call.cacheMs ?? 0) });
    },

    /** Notes that an answer was of use, so that it is not the first to go; joins the caller's transaction. */
    used(accountId: string, call: CallFacts, now: number): void {
      db.sql(
        `UPDATE http_cache SET used_at = :now
         WHERE account_id = :accountId AND key = :key AND abs(used_at - :now) > :step`,
      ).run({ accountId, key: keyOf(call), now, step: useStepMs });
    },

    /** Kept answers of an account are asked for anew from now on, in every thread; joins the caller's transaction. */
    invalidate: (accountId: string): void => nextGeneration(db, accountId),
  };
}

/** Counts the writes of an account: read it when asking, and hand it to `keep` with the answer. */
export function generationOf(db: Database, accountId: string): number {
  return (
    db
      .sql<{ generation: number }>(
        `SELECT generation FROM http_cache_generation WHERE account_id = :accountId`,
      )
      .get({ accountId })?.generation ?? 0
  );
}

/** Forgets all that was read for an account, and keeps nothing of what is under way; joins the caller's transaction. */
export function clearCache(db: Database, accountId: string): void {
  db.write(() => {
    db.sql(`DELETE FROM http_cache WHERE account_id = :accountId`).run({ accountId });
    nextGeneration(db, accountId);
  });
}

function nextGeneration(db: Database, accountId: string): void {
  db.sql(
    `INSERT INTO http_cache_generation (account_id, generation) VALUES (:accountId, 1)
     ON CONFLICT (account_id) DO UPDATE SET generation = generation + 1`,
  ).run({ accountId });
}

/** Bytes that are kept in the file. */
export function cacheBytes(db: Database): number {
  return db.sql<{ bytes: number }>(`SELECT bytes FROM http_cache_size`).get()?.bytes ?? 0;
}

/** Takes out the least recently used answers until the rest fits; joins the caller's transaction. */
function evict(db: Database, mostBytes: number): void {
  while (cacheBytes(db) > mostBytes) {
    const oldest = db
      .sql<{ accountId: string; key: string; bytes: number }>(
        `SELECT account_id AS accountId, key, bytes FROM http_cache ORDER BY used_at, revision LIMIT :most`,
      )
      .all({ most: evictedATransaction });
    if (oldest.length === 0) return;
    for (const { accountId, key } of oldest) {
      db.sql(`DELETE FROM http_cache WHERE account_id = :accountId AND key = :key`).run({ accountId, key });
      if (cacheBytes(db) <= mostBytes) return;
    }
  }
}

function nextRevision(db: Database): number {
  return (
    db
      .sql<{ revision: number }>(`UPDATE http_cache_size SET revision = revision + 1 RETURNING revision`)
      .get()?.revision ?? 0
  );
}

function keyOf(call: CallFacts): string {
  const query = Object.entries(call.query ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const asked = JSON.stringify([call.operation, call.endpoint, call.method, call.path, query]);
  return createHash('sha256').update(asked).digest('base64url');
}
