import { setImmediate } from 'node:timers/promises';
import type { ImportPreview, ImportRequest, importsContract } from '../../shared/contract/imports.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Caller } from '../feature.ts';
import { dollars } from '../money.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import type { ImportDeps } from './import-deps.ts';
import { planImport } from './plan.ts';
import type { PlannedRow } from './plan.ts';
import { previewOf } from './preview.ts';
import { findKeys } from './known-keys.ts';
import { takeMedia } from './take-media.ts';
import type { TakenMedia } from './take-media.ts';

/** Deliveries written in one transaction; each is about six rows. */
const deliveriesATransaction = 25;

/** How an import ended. */
export interface ImportResult {
  readonly imported: number;
  readonly already: number;
  readonly skipped: number;
}

export function createImportsHandlers(deps: ImportDeps) {
  return {
    /** What an import would do; changes nothing. */
    async preview(caller: Caller, input: ImportRequest): Promise<ImportPreview> {
      return previewOf(deps, caller.workspaceId, input, await planImport(deps, caller.workspaceId, input));
    },

    /** Does what the preview with this token showed, or refuses and changes nothing. */
    async apply(
      caller: Caller,
      { token, ...request }: ProcedureInput<(typeof importsContract)['apply']>,
    ): Promise<ImportResult> {
      const plan = await planImport(deps, caller.workspaceId, request);
      const preview = previewOf(deps, caller.workspaceId, request, plan);
      if (preview.token !== token) throw new OcmaError('stale_version', {}, { details: { preview } });
      const [problem] = preview.problems;
      if (problem !== undefined && !request.skipProblems) {
        throw new OcmaError('content_invalid', { reason: problem.message }, { details: preview.problems });
      }
      if (!preview.withinCap) {
        throw new OcmaError(
          'spending_cap',
          { cap: dollars(preview.capMicros ?? 0) },
          { details: { preview } },
        );
      }
      const ready = plan.rows.filter(({ status }) => status === 'ready');
      const media = await takeMedia(deps, caller, ready);
      const imported = await write(deps, { ...caller, actor: 'import' }, ready, media);
      return {
        imported,
        already: preview.already + ready.length - imported,
        skipped: plan.rows.filter(({ status }) => status === 'problem').length,
      };
    },
  };
}

/** Writes the rows in their order, a few at a time. A row that another import has written meanwhile is left alone. */
async function write(
  deps: ImportDeps,
  caller: Caller,
  rows: readonly PlannedRow[],
  media: TakenMedia,
): Promise<number> {
  let imported = 0;
  for (const chunk of chunksOf(rows)) {
    deps.db.write(() => {
      const keys = chunk.map(({ sourceKey }) => sourceKey);
      const known = findKeys(deps.db, caller.workspaceId, keys);
      for (const row of chunk.filter(({ sourceKey }) => !known.has(sourceKey))) {
        deps.createAndSchedule(caller, {
          parts: [{ text: row.text, media: media.of(row) }],
          accountIds: row.accounts.map(({ id }) => id),
          labels: row.labels,
          options: row.options,
          source: 'import',
          sourceKey: row.sourceKey,
          times: row.times,
          costs: row.costs,
        });
        imported += 1;
      }
    });
    await setImmediate();
  }
  return imported;
}

function chunksOf(rows: readonly PlannedRow[]): PlannedRow[][] {
  const chunks: PlannedRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const deliveries = Math.max(1, row.accounts.length);
    const last = chunks.at(-1);
    if (last === undefined || deliveries > room) {
      chunks.push([row]);
      room = deliveriesATransaction - deliveries;
    } else {
      last.push(row);
      room -= deliveries;
    }
  }
  return chunks;
}
