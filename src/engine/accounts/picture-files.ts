import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../db/database.ts';

/** A file that a host serves, with what it is. */
export interface OpenPicture {
  readonly path: string;
  readonly mimeType: string;
  readonly bytes: number;
}

const fileOf = (dataDirectory: string, sha256: string): string => join(dataDirectory, 'avatars', sha256);

/** The address on the host of an account's picture, new with each picture; null where there is none. */
export function pictureAddress(accountId: string, sha256: string | null): string | null {
  return sha256 === null ? null : `/avatars/${accountId}?v=${sha256.slice(0, 16)}`;
}

/** An account's picture for whoever serves its bytes, or null where there is none. */
export function openPicture(db: Database, dataDirectory: string, accountId: string): OpenPicture | null {
  const row = db
    .sql<{ sha256: string | null; mimeType: string | null }>(
      `SELECT picture_sha256 AS sha256, picture_type AS mimeType FROM account WHERE id = :accountId`,
    )
    .get({ accountId });
  if (row === undefined || row.sha256 === null || row.mimeType === null) return null;
  const path = fileOf(dataDirectory, row.sha256);
  const there = statSync(path, { throwIfNoEntry: false });
  return there === undefined ? null : { path, mimeType: row.mimeType, bytes: there.size };
}

/** Puts a picture's bytes on disk and answers their name; the same picture is there once, whoever has it. */
export function writePicture(db: Database, dataDirectory: string, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = fileOf(dataDirectory, sha256);
  // A file without an account may be what a crash has left of it.
  if (isUsed(db, sha256) && existsSync(path)) return sha256;
  mkdirSync(join(dataDirectory, 'avatars'), { recursive: true, mode: 0o700 });
  writeFileSync(path, bytes, { mode: 0o600, flush: true });
  return sha256;
}

/** Deletes a picture's file where no account has it any more. */
export function discardPicture(db: Database, dataDirectory: string, sha256: string): void {
  if (!isUsed(db, sha256)) rmSync(fileOf(dataDirectory, sha256), { force: true });
}

function isUsed(db: Database, sha256: string): boolean {
  return db.sql(`SELECT 1 FROM account WHERE picture_sha256 = :sha256`).get({ sha256 }) !== undefined;
}
