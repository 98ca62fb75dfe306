import type { HistoryImport, HistoryImportEvent } from '../../../shared/contract/metrics.ts';
import { OcmaError } from '../../../shared/errors.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { Caller } from '../../feature.ts';
import type { HistoryImportDeps } from '../metrics-deps.ts';
import { importMoment, removePosts, storePosts, unknownPosts } from './past-posts.ts';
import { readHistory } from './read-history.ts';
import type { HistoryReading, HistoryRequest } from './read-history.ts';
import { saveColumns } from './saved-columns.ts';

type Steps = AsyncGenerator<HistoryImportEvent, void, undefined>;

/** Past posts that come out of files, and go again. */
export interface HistoryImports {
  /**
   * Takes past posts out of a CSV file, told as it goes. A dry run says what would happen and changes nothing; the run itself
   * takes the good rows where `skipProblems` says so, else all or none. Rows that are here already are passed over. Nothing is
   * stored before the first step, and what was is taken out again where the steps are left before their end, or fail.
   * @throws `content_invalid` for rows with a problem, `not_found` for an account of others.
   */
  take(caller: Caller, input: HistoryRequest, signal: AbortSignal | undefined): Promise<Steps>;
  /** Takes back what one import brought, and has what rests on it learned anew. */
  undo(caller: Caller, importedAt: number): Promise<{ removed: number }>;
}

export function createHistoryImports(deps: HistoryImportDeps): HistoryImports {
  const { db } = deps;
  let turn: Promise<void> = Promise.resolve();
  /** One after another: what one is about to take out again must not count as here for the next. */
  const takeTurn = async (): Promise<() => void> => {
    const before = turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    turn = promise;
    await before;
    return resolve;
  };
  /** What was learned from past posts is out of date; joins the caller's transaction. */
  const tellGrowth = (workspaceId: WorkspaceId): void => {
    deps.changed({ topic: 'metrics', workspaceId, id: null });
    deps.historyGrew();
  };

  async function* look(workspaceId: WorkspaceId, reading: HistoryReading): Steps {
    const { found } = compare(deps, workspaceId, reading);
    yield { kind: 'done', result: { ...found, imported: 0, importedAt: null, dryRun: true } };
  }

  async function* store(
    workspaceId: WorkspaceId,
    reading: HistoryReading,
    signal: AbortSignal | undefined,
  ): Steps {
    const endTurn = await takeTurn();
    const at = importMoment(db, workspaceId, deps.ports.clock.now());
    let isWhole = false;
    try {
      const { found, fresh } = compare(deps, workspaceId, reading);
      let imported = 0;
      for await (const stored of storePosts(deps, workspaceId, fresh, at)) {
        signal?.throwIfAborted();
        imported += stored;
        yield { kind: 'taking', taken: imported, of: fresh.length };
      }
      await db.patiently(async () =>
        db.write(() => {
          saveColumns(db, workspaceId, found.headers, found.columns);
          tellGrowth(workspaceId);
        }),
      );
      isWhole = true;
      const importedAt = imported > 0 ? at : null;
      yield { kind: 'done', result: { ...found, imported, importedAt, dryRun: false } };
    } finally {
      if (!isWhole) await removePosts(db, workspaceId, at);
      endTurn();
    }
  }

  return {
    async take({ workspaceId }, input, signal) {
      const reading = await readHistory(deps, workspaceId, input, signal);
      if (input.dryRun) return look(workspaceId, reading);
      const { problems } = reading.found;
      const [first] = problems;
      if (first !== undefined && (!input.skipProblems || reading.isBlocked))
        throw new OcmaError('content_invalid', { reason: first.message }, { details: problems });
      return store(workspaceId, reading, signal);
    },
    async undo({ workspaceId }, importedAt) {
      const endTurn = await takeTurn();
      try {
        const removed = await removePosts(db, workspaceId, importedAt);
        if (removed > 0) await db.patiently(async () => db.write(() => tellGrowth(workspaceId)));
        return { removed };
      } finally {
        endTurn();
      }
    },
  };
}

/** The last word of an import. */
export async function resultOf(steps: Steps): Promise<HistoryImport> {
  for await (const step of steps) {
    if (step.kind === 'done') return step.result;
  }
  throw new Error('The import ended without a result.');
}

/** Which rows are new, beside what is here now. */
function compare({ db }: HistoryImportDeps, workspaceId: WorkspaceId, reading: HistoryReading) {
  const fresh = unknownPosts(db, workspaceId, reading.posts);
  const already = reading.posts.size - fresh.length + reading.repeated;
  return { found: { ...reading.found, ready: fresh.length, already }, fresh };
}
