import { z } from 'zod';
import type { Database } from '../db/database.ts';
import type { CountryCount, OnlineDay } from '../platforms/audience.ts';
import type { FollowedAccount } from './followed-account.ts';

/** What is read of followers, each by itself. */
export const audienceParts = ['online', 'countries'] as const;
export type AudiencePart = (typeof audienceParts)[number];

type Place = Pick<FollowedAccount, 'id' | 'workspaceId'>;

/** How reading one part went. */
export interface ReadingRow {
  readonly part: AudiencePart;
  readonly triedAt: number;
  readonly readAt: number | null;
  readonly trouble: string | null;
}

/** Notes that a part was read, or why it was not; joins the caller's transaction. */
export function noteReading(
  db: Database,
  { id, workspaceId }: Place,
  part: AudiencePart,
  at: number,
  trouble: string | null,
): void {
  db.sql(
    `INSERT INTO audience_reading (workspace_id, account_id, part, tried_at, read_at, trouble)
     VALUES (:workspaceId, :id, :part, :at, CASE WHEN :trouble IS NULL THEN :at END, :trouble)
     ON CONFLICT (account_id, part) DO UPDATE SET
       tried_at = excluded.tried_at, read_at = coalesce(excluded.read_at, read_at), trouble = excluded.trouble`,
  ).run({ id, workspaceId, part, at, trouble });
}

export function readingOf(
  db: Database,
  { id, workspaceId }: Place,
  part: AudiencePart,
): ReadingRow | undefined {
  return db
    .sql<ReadingRow>(
      `SELECT part, tried_at AS triedAt, read_at AS readAt, trouble FROM audience_reading
       WHERE workspace_id = :workspaceId AND account_id = :id AND part = :part`,
    )
    .get({ id, workspaceId, part });
}

/** Takes in days; what the network has counted anew since replaces what it said before. Joins the caller's transaction. */
export function storeOnline(db: Database, { id, workspaceId }: Place, days: readonly OnlineDay[]): void {
  const insert = db.sql(
    `INSERT INTO audience_day (workspace_id, account_id, starts_at, online) VALUES (:workspaceId, :id, :startsAt, :online)
     ON CONFLICT (account_id, starts_at) DO UPDATE SET online = excluded.online`,
  );
  for (const { startsAt, online } of days)
    insert.run({ id, workspaceId, startsAt, online: JSON.stringify(online) });
}

const hours = z.array(z.int().nullable());

/** The newest days, oldest first. */
export function onlineDays(db: Database, { id, workspaceId }: Place, most: number): OnlineDay[] {
  return db
    .sql<{ startsAt: number; online: string }>(
      `SELECT starts_at AS startsAt, online FROM audience_day WHERE workspace_id = :workspaceId AND account_id = :id
       ORDER BY starts_at DESC LIMIT :most`,
    )
    .all({ id, workspaceId, most })
    .map(({ startsAt, online }) => ({ startsAt, online: hours.parse(JSON.parse(online)) }))
    .toReversed();
}

/** Keeps where followers are; joins the caller's transaction. */
export function storeCountries(
  db: Database,
  { id, workspaceId }: Place,
  at: number,
  countries: readonly CountryCount[],
): void {
  db.sql(
    `INSERT OR REPLACE INTO audience_countries (workspace_id, account_id, read_at, countries) VALUES (:workspaceId, :id, :at, :countries)`,
  ).run({
    id,
    workspaceId,
    at,
    countries: JSON.stringify(countries.map(({ country, count }) => [country, count])),
  });
}

const counted = z.array(z.tuple([z.string().nullable(), z.int()]));

/** Where followers were when that was last told. */
export function newestCountries(db: Database, { id, workspaceId }: Place): CountryCount[] {
  const row = db
    .sql<{ countries: string }>(
      `SELECT countries FROM audience_countries WHERE workspace_id = :workspaceId AND account_id = :id ORDER BY read_at DESC LIMIT 1`,
    )
    .get({ id, workspaceId });
  if (row === undefined) return [];
  return counted.parse(JSON.parse(row.countries)).map(([country, count]) => ({ country, count }));
}
