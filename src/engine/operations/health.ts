import type { HealthLine } from '../../shared/contract/system.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import { cacheBytes } from '../http/cache.ts';
import { clockSkew } from '../http/clock-skew.ts';
import { cacheUseSince, callsSince } from './call-counts.ts';
import { clockLines, heldOperations, onHoldLines } from './network-lines.ts';
import type { OperationsDeps } from './operations-deps.ts';
import { watchedWorkspaces, workspaceLines } from './workspace-lines.ts';
import type { Watched } from './workspace-lines.ts';

const dayMs = 24 * 60 * 60_000;
/** How long Health tells of zones whose rules changed, in milliseconds. */
const zoneRulesShownMs = 14 * dayMs;

/**
 * How the parts are doing. With a workspace that is looked at, the status is that of the installation and of this
 * workspace: what happens in another one is told in a line and colours nothing.
 */
export function readHealth(deps: OperationsDeps, looked: WorkspaceId | null) {
  const { db, ports, words } = deps;
  const since = ports.clock.now() - dayMs;
  const watched = watchedWorkspaces(deps, looked);
  const isHere = (id: WorkspaceId | null) => looked === null || id === null || id === looked;
  const onHold = heldOperations(deps);
  const practice = watched.some(({ id, kind }) => kind === 'practice' && isHere(id));
  const publisher = publisherLine(deps);
  const troubles = watched.flatMap((workspace) => {
    const lines = workspaceLines(deps, workspace);
    if (looked === workspace.id || watched.length === 1) return lines;
    if (looked !== null) return elsewhere(deps, workspace, lines);
    const named = (text: string) => words('operations.inWorkspace', { workspace: workspace.name, text });
    return lines.map((line) => ({ ...line, text: named(line.text) }));
  });
  const lines = [
    publisher.line,
    aboutAll(
      'vault',
      deps.vault.state === 'ready' ? 'ok' : 'warning',
      words(`operations.vault.${deps.vault.state}`),
    ),
    ...copyLine(deps),
    ...clockLines(deps),
    ...onHoldLines(deps, onHold, practice),
    ...zoneRulesLine(deps),
    ...troubles,
  ];
  // Without a keychain practice works all the same.
  const counted = lines.filter(({ id, workspaceId }) => id !== 'vault' && isHere(workspaceId));
  const worst =
    counted.find(({ status }) => status === 'problem') ?? counted.find(({ status }) => status === 'warning');
  return {
    status: colorOf(worst?.status),
    sentence: worst?.text ?? words('operations.allWell'),
    publisher: publisher.state,
    lines,
    onHold,
    cache: { storedBytes: cacheBytes(db), operations: cacheUseSince(db, since) },
    clockSkewMs: clockSkew(db)?.skewMs ?? null,
    calls: callsSince(db, since),
  };
}

/** That another workspace needs a look, and nothing of what is in it. */
function elsewhere(
  { words }: OperationsDeps,
  { id, name }: Watched,
  lines: readonly HealthLine[],
): HealthLine[] {
  if (lines.length === 0) return [];
  const status = lines.some((line) => line.status === 'problem') ? 'problem' : 'warning';
  const text = words('operations.elsewhere.text', { workspace: name, count: lines.length });
  const fix = words('operations.elsewhere.fix');
  return [{ id: `elsewhere:${id}`, status, text, fix, workspaceId: id }];
}

function publisherLine({ db, threadState, words }: OperationsDeps) {
  const installation = db
    .sql<{ paused: number; reason: string | null }>(`SELECT paused, hold_reason AS reason FROM installation`)
    .get();
  const state = installation?.paused === 1 ? ('paused' as const) : threadState();
  const hold = installation?.reason ?? null;
  const text = words(hold === null ? `operations.publisher.${state}` : `copies.health.${hold}`);
  const status = state === 'running' ? 'ok' : state === 'paused' ? 'warning' : 'problem';
  return { state, line: aboutAll('publisher', status, text) };
}

function copyLine({ db, words }: OperationsDeps): HealthLine[] {
  const row = db.sql<{ problem: string | null }>(`SELECT copy_problem AS problem FROM installation`).get();
  if (row === undefined || row.problem === null) return [];
  return [aboutAll('copies', 'warning', words(`copies.problem.${row.problem}`))];
}

/** Nothing to do about it, so it is told without a warning. */
function zoneRulesLine({ movedByZoneRules, ports, words }: OperationsDeps): HealthLine[] {
  const { count, zones } = movedByZoneRules(ports.clock.now() - zoneRulesShownMs);
  if (count === 0) return [];
  return [
    aboutAll('zone_rules', 'ok', `${words('recurrences.zoneRules', { count, zones: zones.join(', ') })}.`),
  ];
}

function aboutAll(id: string, status: HealthLine['status'], text: string): HealthLine {
  return { id, status, text, fix: null, workspaceId: null };
}

function colorOf(worst: HealthLine['status'] | undefined): 'green' | 'amber' | 'red' {
  if (worst === undefined) return 'green';
  return worst === 'problem' ? 'red' : 'amber';
}
