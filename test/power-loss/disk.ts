import { Buffer } from 'node:buffer';

/** What a drive writes in one piece; of a longer write any of these may be there after a power loss, and others not. */
const sectorBytes = 512;

/** Something that a program did to one of its files, and that is not sure to be on the disk before the file is synced. */
type Change =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly size: number };

interface File {
  /** What the last sync made sure. */
  readonly synced: Buffer;
  readonly pending: readonly Change[];
}

interface NameChange {
  readonly name: string;
  /** Null: the name is gone. */
  readonly file: number | null;
}

/** What becomes of a change that was not synced: it is there, it is not, or only the sectors are for which `sector` says so. */
export interface Fate {
  of(change: 'write' | 'truncate' | 'name'): 'kept' | 'dropped' | 'torn';
  sector(): boolean;
}

/** Files as a disk holds them: what is sure, and what is only on its way. Names are sure once their directory is synced. */
export interface Disk {
  /** Opens a file, made if there is none. */
  open(name: string): number;
  write(file: number, offset: number, bytes: Buffer): void;
  truncate(file: number, size: number): void;
  unlink(name: string): void;
  sync(file: number): void;
  syncNames(): void;
  /** Whether a power loss now could leave anything else than what is there. */
  readonly unsure: boolean;
  /** The files after a power loss now. */
  afterPowerLoss(fate: Fate): ReadonlyMap<string, Buffer>;
}

export function createDisk(): Disk {
  const files = new Map<number, File>();
  const names = new Map<string, number>();
  const sureNames = new Map<string, number>();
  let pendingNames: NameChange[] = [];
  let made = 0;

  const add = (file: number, change: Change): void => {
    const known = files.get(file);
    if (known !== undefined) files.set(file, { ...known, pending: [...known.pending, change] });
  };
  const rename = (target: Map<string, number>, { name, file }: NameChange): void => {
    if (file === null) target.delete(name);
    else target.set(name, file);
  };

  return {
    open(name) {
      const known = names.get(name);
      if (known !== undefined) return known;
      made += 1;
      files.set(made, { synced: Buffer.alloc(0), pending: [] });
      names.set(name, made);
      pendingNames.push({ name, file: made });
      return made;
    },
    write: (file, offset, bytes) => add(file, { kind: 'write', offset, bytes }),
    truncate: (file, size) => add(file, { kind: 'truncate', size }),
    unlink(name) {
      if (!names.delete(name)) return;
      pendingNames.push({ name, file: null });
    },
    sync(file) {
      const known = files.get(file);
      if (known === undefined) return;
      files.set(file, { synced: applied(known.synced, known.pending), pending: [] });
    },
    syncNames() {
      for (const change of pendingNames) rename(sureNames, change);
      pendingNames = [];
    },
    get unsure() {
      return (
        pendingNames.length > 0 || [...names.values()].some((file) => files.get(file)?.pending.length !== 0)
      );
    },
    afterPowerLoss(fate) {
      const names = new Map(sureNames);
      for (const change of pendingNames) if (fate.of('name') !== 'dropped') rename(names, change);
      return new Map(
        [...names].map(([name, file]) => {
          const { synced, pending } = files.get(file) ?? { synced: Buffer.alloc(0), pending: [] };
          const left = pending.flatMap((change) => survivors(change, fate));
          return [name, applied(synced, left)];
        }),
      );
    },
  };
}

/** What is left of a change. */
function survivors(change: Change, fate: Fate): Change[] {
  const what = fate.of(change.kind);
  if (what === 'dropped') return [];
  if (what === 'kept' || change.kind === 'truncate') return [change];
  const { offset, bytes } = change;
  const pieces: Change[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, (Math.floor((offset + from) / sectorBytes) + 1) * sectorBytes - offset);
    if (fate.sector()) pieces.push({ kind: 'write', offset: offset + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return pieces;
}

/** The content after some changes, in their order. Where a write leaves a gap there are zeros. */
function applied(content: Buffer, changes: readonly Change[]): Buffer {
  let size = content.length;
  let room = size;
  for (const change of changes) {
    size = change.kind === 'truncate' ? change.size : Math.max(size, change.offset + change.bytes.length);
    room = Math.max(room, size);
  }
  const next = Buffer.alloc(room);
  content.copy(next);
  let end = content.length;
  for (const change of changes) {
    if (change.kind === 'write') {
      change.bytes.copy(next, change.offset);
      end = Math.max(end, change.offset + change.bytes.length);
    } else {
      if (change.size < end) next.fill(0, change.size, end);
      end = change.size;
    }
  }
  return next.subarray(0, end);
}
