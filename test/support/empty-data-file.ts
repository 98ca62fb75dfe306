import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { migrate, readMigrations } from '../../src/engine/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly emptyDataFile: string;
  }
}

export const migrationsDirectory = join(import.meta.dirname, '../../src/engine/db/migrations');

/** Before all tests: one data file of this version with nothing in it, so that not each of a thousand worlds migrates its own. */
export async function setup(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-empty-'));
  const file = join(directory, 'ocma.db');
  await migrate({ file, migrations: readMigrations(migrationsDirectory), backupFile: () => null });
  project.provide('emptyDataFile', file);
  return () => rmSync(directory, { recursive: true, force: true });
}

/** Puts a copy of it at this place, as it is after a first start that was ended before the installation got its identity. */
export async function putEmptyDataFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await copyFile(inject('emptyDataFile'), file);
}
