import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeCopy } from '../../shared/models/copy.ts';

export type CopyReason = SafeCopy['reason'];

/** A copy by what its name says. */
export interface CopyFile {
  readonly name: string;
  readonly reason: CopyReason;
  /** Epoch ms. */
  readonly at: number;
}

/** The folder of copies, inside the data directory. */
export function copyDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'backups');
}

/** Makes the folder where it is missing; only its user may look into it. */
export function ensureCopyDirectory(dataDirectory: string): string {
  const directory = copyDirectory(dataDirectory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return directory;
}

/** `daily-20261122-120000-000.db`: why and when, in UTC, so that names sort by time within a reason. */
export function copyName(reason: CopyReason, at: number): string {
  const digits = new Date(at).toISOString().replaceAll(/\D/g, '');
  return `${reason}-${digits.slice(0, 8)}-${digits.slice(8, 14)}-${digits.slice(14)}.db`;
}

const named =
  /^(daily|by_hand|before_update|before_restore)-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})\.db$/;
/** What version 0.1 called the copies that it made before an update. */
const namedBefore = /^before-\d{4}-(\d{13})\.db$/;

/** What a file's name says; null where it is no copy's. */
export function readCopyName(name: string): CopyFile | null {
  const before = namedBefore.exec(name);
  if (before !== null) return { name, reason: 'before_update', at: Number(before[1]) };
  const found = named.exec(name);
  if (found === null) return null;
  const [, reason, year, month, day, hour, minute, second, rest] = found;
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(rest),
  );
  return { name, reason: reason as CopyReason, at };
}

/** The copies that there are, newest first. */
export function listCopyFiles(dataDirectory: string): CopyFile[] {
  let names: string[];
  try {
    names = readdirSync(copyDirectory(dataDirectory));
  } catch {
    return [];
  }
  return names
    .map(readCopyName)
    .filter((file) => file !== null)
    .toSorted((left, right) => right.at - left.at);
}

const dayMs = 24 * 60 * 60_000;
const weekMs = 7 * dayMs;

/** How many are kept of each reason; of the daily ones beyond that, the newest of each of so many weeks. */
const kept: Readonly<Record<CopyReason, number>> = {
  daily: 7,
  by_hand: 10,
  before_update: 3,
  before_restore: 3,
};
const keptWeeks = 4;

/** Which of the copies have had their time. Weeks begin on Monday, UTC. */
export function outdated(copies: readonly CopyFile[]): CopyFile[] {
  const newestFirst = copies.toSorted((left, right) => right.at - left.at);
  const gone: CopyFile[] = [];
  for (const reason of Object.keys(kept) as CopyReason[]) {
    const beyond = newestFirst.filter((copy) => copy.reason === reason).slice(kept[reason]);
    if (reason !== 'daily') {
      gone.push(...beyond);
      continue;
    }
    const weeks = new Set<number>();
    for (const copy of beyond) {
      // 1970 began on a Thursday.
      const week = Math.floor((copy.at + 3 * dayMs) / weekMs);
      if (weeks.has(week) || weeks.size >= keptWeeks) gone.push(copy);
      else weeks.add(week);
    }
  }
  return gone;
}

/** Removes the copies that have had their time. */
export function rotateCopies(dataDirectory: string): void {
  for (const { name } of outdated(listCopyFiles(dataDirectory)))
    rmSync(join(copyDirectory(dataDirectory), name), { force: true });
}

/** Bytes of a copy; 0 where it is gone. */
export function bytesOf(dataDirectory: string, name: string): number {
  return statSync(join(copyDirectory(dataDirectory), name), { throwIfNoEntry: false })?.size ?? 0;
}
