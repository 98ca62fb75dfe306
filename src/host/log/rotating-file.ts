import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A log file that starts anew when it is full and keeps a few old ones. */
export interface RotatingFile {
  write(line: string): void;
  close(): void;
}

/**
 * Appends to `<directory>/<name>.log`; at `limitBytes` it becomes `<name>.1.log` and so on up to `keep`. Only the
 * owner may read. A disk that is full or gone loses lines, never the app.
 */
export function openRotatingFile(
  directory: string,
  name: string,
  { limitBytes = 5_000_000, keep = 4 }: { limitBytes?: number; keep?: number } = {},
): RotatingFile {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const current = join(directory, `${name}.log`);
  const old = (number: number): string => join(directory, `${name}.${number}.log`);
  let file = openSync(current, 'a', 0o600);
  let size = fstatSync(file).size;

  const rotate = (): void => {
    closeSync(file);
    rmSync(old(keep), { force: true });
    for (let number = keep - 1; number >= 1; number -= 1) moveIfThere(old(number), old(number + 1));
    moveIfThere(current, old(1));
    file = openSync(current, 'a', 0o600);
    size = 0;
  };

  return {
    write(line) {
      try {
        if (size >= limitBytes) rotate();
        size += writeSync(file, line);
      } catch {
        // Nothing can be said about a log that cannot be written.
      }
    },
    close: () => closeSync(file),
  };
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
