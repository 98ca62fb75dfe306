import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';

/** Where a data directory lies: what a copy of it cannot have in common with it. */
export interface Place {
  readonly machine: string;
  readonly inode: bigint;
  /** Nanoseconds since 1970; 0 where the file system does not keep it. */
  readonly born: bigint;
}

/**
 * The place of a directory; null where the host names no machine. A directory that is moved within its file system keeps
 * it, one that is copied, restored by a backup tool or moved to another disk does not. Device numbers are left out:
 * btrfs, NFS and removable disks give others after each start.
 */
export function placeOf(directory: string, machine: string | undefined): Place | null {
  if (machine === undefined) return null;
  const { ino, birthtimeNs, ctimeNs } = statSync(directory, { bigint: true });
  // Where the system does not know when it was made it says when it was last changed, which is no fact about it.
  const born = birthtimeNs === ctimeNs ? 0n : birthtimeNs;
  return {
    machine: createHash('sha256').update(`ocma ${machine}`).digest('hex').slice(0, 32),
    inode: ino,
    born,
  };
}

/** As it is kept in the data file. */
export function writePlace(place: Place): string {
  return `${place.machine} ${place.inode} ${place.born}`;
}

/** Whether the place written in a file is this one. */
export function isSamePlace(written: string, here: Place): boolean {
  const [machine, inode, born] = written.split(' ');
  if (machine !== here.machine || inode !== String(here.inode)) return false;
  return born === '0' || here.born === 0n || born === String(here.born);
}
