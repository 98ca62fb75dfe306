import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import Driver from 'better-sqlite3';
import type { App } from '../support/served-app.ts';

/** Another program holds the data file's write lock for so many real milliseconds. */
export async function holdDatabase(file: string, ms: number): Promise<void> {
  const driver = new Driver(file, { timeout: 30_000 });
  try {
    driver.prepare('BEGIN IMMEDIATE').run();
    await new Promise((resolve) => setTimeout(resolve, ms));
    driver.prepare('ROLLBACK').run();
  } finally {
    driver.close();
  }
}

/** Whether this machine has the program with which a running app's disk can be made to seem full. */
export const canFillDisk = spawnSync('prlimit', ['--version']).status === 0;

/** For so many real milliseconds no file of the app may grow: to SQLite the disk is full. */
export async function fillDisk(app: App, data: string, ms: number): Promise<void> {
  const size = Math.max(...['ocma.db', 'ocma.db-wal'].map((name) => sizeOf(`${data}/${name}`)));
  limitFiles(app, String(size));
  await new Promise((resolve) => setTimeout(resolve, ms));
  limitFiles(app, 'unlimited');
}

function limitFiles(app: App, bytes: string): void {
  const { status, stderr } = spawnSync('prlimit', [
    '--pid',
    String(app.child.pid),
    `--fsize=${bytes}:unlimited`,
  ]);
  if (status !== 0 && app.child.exitCode === null) throw new Error(`prlimit: ${stderr.toString()}`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
