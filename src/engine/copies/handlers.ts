import { join } from 'node:path';
import type { copiesContract } from '../../shared/contract/copies.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { HoldReason, SafeCopy } from '../../shared/models/copy.ts';
import type { Delivery } from '../../shared/models/delivery.ts';
import { readContents } from '../db/safe-copy.ts';
import type { FileContents } from '../db/safe-copy.ts';
import type { Caller, FeatureDeps } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { bytesOf, copyDirectory, ensureCopyDirectory, listCopyFiles } from './copy-files.ts';
import { releaseHold } from './identify.ts';
import { makeCopy } from './make-copy.ts';
import { prepareCopy, putInPlace } from './restore.ts';

/** What is known of the deliveries of a held file. */
export interface HeldDeliveries {
  readonly counts: { looking: number; found: number; undecided: number; ahead: number };
  /** Soonest first. */
  readonly undecided: Delivery[];
}

export interface CopiesDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'words' | 'changed' | 'wake'> {
  /** The data file. */
  readonly file: string;
  /** Ends everything on the data file, lets `work` replace it and starts again. */
  readonly replaceData: (work: () => Promise<void>) => Promise<void>;
  readonly heldDeliveries: (limit: number) => HeldDeliveries;
  /** What is not settled when the user releases the hold asks them one by one; it is never sent by itself. */
  readonly leaveToUser: (actor: string) => void;
}

interface HoldRow {
  readonly reason: HoldReason | null;
  readonly writtenAt: number | null;
  readonly openedAt: number | null;
  readonly copyProblem: string | null;
}

const mostUndecided = 200;

/** The procedures of `copies`. */
export function createCopiesHandlers(deps: CopiesDeps) {
  const { db, ports, words } = deps;
  const { data } = ports.paths;
  /** By name: a copy never changes. Null for a file that cannot be read. */
  const known = new Map<string, FileContents | null>();
  const contentsOf = (name: string): FileContents | null => {
    const found = known.get(name);
    if (found !== undefined) return found;
    let contents: FileContents | null = null;
    try {
      contents = readContents(join(copyDirectory(data), name));
    } catch (error) {
      ports.log.warn({ error, name }, 'a copy cannot be read');
    }
    known.set(name, contents);
    return contents;
  };
  const row = (): HoldRow =>
    db
      .sql<HoldRow>(
        `SELECT hold_reason AS reason, hold_written_at AS writtenAt, hold_opened_at AS openedAt, copy_problem AS copyProblem FROM installation`,
      )
      .get() ?? { reason: null, writtenAt: null, openedAt: null, copyProblem: null };
  const told = (): void => {
    deps.changed({ topic: 'copies', workspaceId: null, id: null });
    deps.changed({ topic: 'health', workspaceId: null, id: null });
    deps.changed({ topic: 'delivery', workspaceId: null, id: null });
  };

  return {
    list(_caller: Caller, _input: object) {
      const copies = listCopyFiles(data).flatMap((file): SafeCopy[] => {
        const contents = contentsOf(file.name);
        return contents === null ? [] : [{ ...file, bytes: bytesOf(data, file.name), ...contents }];
      });
      const { copyProblem } = row();
      return {
        directory: ensureCopyDirectory(data),
        copies,
        lastAt: copies[0]?.at ?? null,
        problem: copyProblem === null ? null : words(`copies.problem.${copyProblem}`),
      };
    },

    async make(_caller: Caller, _input: object): Promise<SafeCopy> {
      const result = await makeCopy(deps, 'by_hand');
      if (result.ok) return result.copy;
      throw new OcmaError('copy_failed', { reason: words(`copies.problem.${result.problem}`) });
    },

    async restore(
      _caller: Caller,
      { name }: ProcedureInput<(typeof copiesContract)['restore']>,
    ): Promise<Record<string, never>> {
      const prepared = await prepareCopy(deps.file, name, ports);
      await deps.replaceData(() => putInPlace(deps.file, prepared, ports));
      ports.log.info({ name }, 'a copy took the place of the data file');
      return {};
    },

    hold(_caller: Caller, _input: object) {
      const { reason, writtenAt, openedAt } = row();
      if (reason === null || writtenAt === null || openedAt === null) return null;
      const { counts, undecided } = deps.heldDeliveries(mostUndecided);
      const state = counts.looking > 0 ? ('looking' as const) : ('ready' as const);
      return { reason, writtenAt, openedAt, state, counts, undecided };
    },

    release(caller: Caller, _input: object): Record<string, never> {
      if (row().reason === null) return {};
      db.write(() => {
        deps.leaveToUser(caller.actor);
        releaseHold(db, ports);
        told();
        deps.wake('publisher');
      });
      return {};
    },
  };
}
