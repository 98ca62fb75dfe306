import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the bytes of this content are kept: `<data>/media/ab/cdef…`. */
export function mediaFilePath(dataDirectory: string, sha256: string): string {
  return join(dataDirectory, 'media', sha256.slice(0, 2), sha256.slice(2));
}

const incomingDirectory = (dataDirectory: string): string => join(dataDirectory, 'media', 'incoming');

/** Where a file of that name is while it is not whole yet; what an ended process left there goes at the next start. */
export async function incomingPath(dataDirectory: string, name: string): Promise<string> {
  const directory = incomingDirectory(dataDirectory);
  await mkdir(directory, { recursive: true });
  return join(directory, name);
}

/** A file that came in whole and is on disk, but not yet in its place. */
export interface IncomingFile {
  readonly path: string;
  readonly sha256: string;
}

/** The stream was longer than the limit. */
export class TooLong extends Error {}

/**
 * Writes a stream to a file of its own and syncs it. On failure nothing is left behind.
 * @throws TooLong after `limit` bytes
 */
export async function receive(
  dataDirectory: string,
  name: string,
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<IncomingFile> {
  const path = await incomingPath(dataDirectory, name);
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    let length = 0;
    for await (const chunk of stream) {
      length += chunk.byteLength;
      if (length > limit) throw new TooLong();
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { path, sha256: hash.digest('hex') };
}

/** Makes last what another program has written. */
export async function synced(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name of a file's content. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(Buffer.from(chunk));
  return hash.digest('hex');
}

/** Moves a received file to its place and makes that last. Synchronous, so that no removal comes in between. */
export function place(dataDirectory: string, { path, sha256 }: IncomingFile): void {
  const target = mediaFilePath(dataDirectory, sha256);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(path, target);
  syncDirectory(dirname(target));
}

/** Where the copies are that were made of this content for networks. */
export function renditionsPath(dataDirectory: string, sha256: string): string {
  return join(dataDirectory, 'media', 'renditions', sha256.slice(0, 2), sha256.slice(2));
}

/** Deletes the bytes of a content that no workspace has any more. */
export function discard(dataDirectory: string, sha256: string): void {
  rmSync(mediaFilePath(dataDirectory, sha256), { force: true });
  rmSync(renditionsPath(dataDirectory, sha256), { recursive: true, force: true });
}

/** Deletes what an interrupted upload left behind; for the start of the process, before anything comes in. */
export async function discardLeftovers(dataDirectory: string): Promise<void> {
  const directory = incomingDirectory(dataDirectory);
  const names = await readdir(directory).catch(() => []);
  for (const name of names) await rm(join(directory, name), { force: true });
}

function syncDirectory(path: string): void {
  // Windows keeps directory entries by itself and cannot sync a directory.
  if (process.platform === 'win32') return;
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
