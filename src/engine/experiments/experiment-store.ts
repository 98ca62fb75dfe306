import { z } from 'zod';
import { OcmaError } from '../../shared/errors.ts';
import { experimentAge, experimentBar, experimentMeasure } from '../../shared/models/experiment.ts';
import type {
  ExperimentAge,
  ExperimentBar,
  ExperimentMeasure,
  ExperimentScheme,
  VersionsOut,
} from '../../shared/models/experiment.ts';
import type { ExperimentId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import type { ExperimentDeps } from './experiment-deps.ts';
import { testResult } from './test-result.ts';
import type { TestResult } from './test-result.ts';

const namedVariant = z.object({ name: z.string(), excerpt: z.string() });

/** What a test was set up to be. */
export interface ExperimentSetting {
  readonly name: string;
  readonly scheme: ExperimentScheme;
  readonly measure: ExperimentMeasure;
  readonly versionsOut: VersionsOut;
  readonly readAfterHours: ExperimentAge;
  readonly bar: ExperimentBar;
  readonly variants: readonly z.infer<typeof namedVariant>[];
  readonly seed: number;
}

/** A test as it is stored. */
export interface StoredExperiment extends ExperimentSetting {
  readonly id: ExperimentId;
  readonly workspaceId: WorkspaceId;
  readonly state: 'running' | 'stopped' | 'closed';
  readonly stoppedAt: number | null;
  readonly removedAt: number | null;
  /** What it came to; null until its last post has been read. */
  readonly result: TestResult | null;
  readonly createdAt: number;
}

interface Row extends Omit<StoredExperiment, 'bar' | 'variants' | 'result'> {
  readonly bar: string;
  readonly variants: string;
  readonly result: string | null;
}

const columns = `id, workspace_id AS workspaceId, name, scheme, measure, versions_out AS versionsOut, read_after_hours AS readAfterHours, bar,
  variants, seed, state, stopped_at AS stoppedAt, removed_at AS removedAt, result, created_at AS createdAt`;

const readRow = (row: Row): StoredExperiment => ({
  ...row,
  measure: experimentMeasure.parse(row.measure),
  readAfterHours: experimentAge.parse(row.readAfterHours),
  bar: experimentBar.parse(JSON.parse(row.bar)),
  variants: z.array(namedVariant).parse(JSON.parse(row.variants)),
  result: row.result === null ? null : testResult.parse(JSON.parse(row.result)),
});

/** Undefined also for one of another workspace. */
export function findExperiment(
  { db }: Pick<ExperimentDeps, 'db'>,
  workspaceId: WorkspaceId,
  id: string,
): StoredExperiment | undefined {
  const row = db
    .sql<Row>(`SELECT ${columns} FROM experiment WHERE workspace_id = :workspaceId AND id = :id`)
    .get({ workspaceId, id });
  return row === undefined ? undefined : readRow(row);
}

/** @throws `not_found` also for one of another workspace */
export function getExperiment(
  deps: Pick<ExperimentDeps, 'db'>,
  workspaceId: WorkspaceId,
  id: string,
): StoredExperiment {
  const found = findExperiment(deps, workspaceId, id);
  if (found === undefined) throw new OcmaError('not_found', { what: 'test' });
  return found;
}

/** Those of a workspace that were not removed, newest first. */
export function listExperiments(
  { db }: Pick<ExperimentDeps, 'db'>,
  workspaceId: WorkspaceId,
): StoredExperiment[] {
  return db
    .sql<Row>(
      `SELECT ${columns} FROM experiment WHERE workspace_id = :workspaceId AND removed_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 200`,
    )
    .all({ workspaceId })
    .map(readRow);
}

/** Tests of all workspaces that have posts to be read, for the start of the engine. */
export function openExperiments({ db }: Pick<ExperimentDeps, 'db'>): StoredExperiment[] {
  return db.sql<Row>(`SELECT ${columns} FROM experiment WHERE result IS NULL ORDER BY id`).all().map(readRow);
}

/** Joins the transaction that is open. */
export function insertExperiment(
  deps: ExperimentDeps,
  { workspaceId, actor }: Caller,
  setting: ExperimentSetting,
): ExperimentId {
  const id = deps.newId('exp') as ExperimentId;
  deps.db
    .sql(`INSERT INTO experiment (id, workspace_id, name, scheme, measure, versions_out, read_after_hours, bar, variants, seed, state, actor, created_at)
      VALUES (:id, :workspaceId, :name, :scheme, :measure, :versionsOut, :readAfterHours, :bar, :variants, :seed, 'running', :actor, :now)`)
    .run({
      ...setting,
      bar: JSON.stringify(setting.bar),
      variants: JSON.stringify(setting.variants),
      id,
      workspaceId,
      actor,
      now: deps.ports.clock.now(),
    });
  tellChanged(deps, workspaceId, id);
  return id;
}

type Standing = Pick<StoredExperiment, 'state' | 'stoppedAt' | 'removedAt' | 'result'>;

/** Writes how a test stands; joins the transaction that is open. */
export function writeStanding(
  deps: ExperimentDeps,
  before: StoredExperiment,
  change: Partial<Standing>,
): void {
  const { id, workspaceId, state, stoppedAt, removedAt, result } = { ...before, ...change };
  deps.db
    .sql(`UPDATE experiment SET state = :state, stopped_at = :stoppedAt, removed_at = :removedAt, result = :result
      WHERE workspace_id = :workspaceId AND id = :id`)
    .run({
      id,
      workspaceId,
      state,
      stoppedAt,
      removedAt,
      result: result === null ? null : JSON.stringify(result),
    });
  tellChanged(deps, workspaceId, id);
}

function tellChanged(deps: Pick<ExperimentDeps, 'changed'>, workspaceId: WorkspaceId, id: string): void {
  deps.changed({ topic: 'experiment', workspaceId, id });
}
