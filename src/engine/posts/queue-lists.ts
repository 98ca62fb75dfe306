import { OcmaError } from '../../shared/errors.ts';
import type { Delivery } from '../../shared/models/delivery.ts';
import type { Caller } from '../feature.ts';
import { viewDeliveries } from './delivery-view.ts';
import type { PostsDeps } from './posts-deps.ts';

const sections = {
  needs_me: {
    states: ['failed', 'unknown', 'missed', 'needs_you'],
    order: `d.updated_at DESC, d.id DESC`,
    key: 'd.updated_at',
    forward: '<',
  },
  next: {
    states: ['scheduled', 'publishing', 'with_network'],
    order: `d.due_at, d.id`,
    key: 'd.due_at',
    forward: '>',
  },
  done: {
    states: ['published', 'cancelled'],
    order: `d.updated_at DESC, d.id DESC`,
    key: 'd.updated_at',
    forward: '<',
  },
} as const;

export type QueueSection = keyof typeof sections;

/** One section of the queue, page by page. */
export function listQueue(
  deps: PostsDeps,
  caller: Caller,
  input: { section: QueueSection; cursor?: string | undefined; limit: number },
) {
  const { states, order, key, forward } = sections[input.section];
  const inStates = `d.state IN (${states.map((state) => `'${state}'`).join(', ')})`;
  const [after, afterId] = input.cursor?.split(':') ?? [];
  const found = deps.db
    .sql<{
      id: string;
      key: number;
    }>(`SELECT d.id, ${key} AS key FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :workspaceId AND p.deleted_at IS NULL AND ${inStates}
        AND (:after IS NULL OR (${key}, d.id) ${forward} (:after, :afterId)) ORDER BY ${order} LIMIT :limit`)
    .all({
      workspaceId: caller.workspaceId,
      after: after === undefined ? null : Number(after),
      afterId: afterId ?? null,
      limit: input.limit + 1,
    });
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  const deliveries = viewDeliveries(
    deps,
    caller.workspaceId,
    `d.id IN (SELECT value FROM json_each(:ids)) ORDER BY ${order}`,
    {
      ids: JSON.stringify(page.map((row) => row.id)),
    },
  );
  return {
    deliveries,
    next: found.length > page.length && last !== undefined ? `${last.key}:${last.id}` : null,
    total: countOf(deps, caller, states),
  };
}

export function queueCounts(deps: PostsDeps, caller: Caller) {
  const next = deps.db
    .sql<{
      at: number | null;
      paused: number;
    }>(`SELECT (SELECT min(d.due_at) FROM delivery d JOIN post p ON p.id = d.post_id
        WHERE d.workspace_id = :workspaceId AND d.state = 'scheduled' AND p.deleted_at IS NULL) AS at, paused FROM installation`)
    .get({ workspaceId: caller.workspaceId });
  return {
    needsMe: countOf(deps, caller, sections.needs_me.states),
    next: countOf(deps, caller, sections.next.states),
    done: countOf(deps, caller, sections.done.states),
    missed: countOf(deps, caller, ['missed']),
    nextDueAt: next?.at ?? null,
    paused: next?.paused === 1,
  };
}

/** @throws `not_found` also for a delivery of another workspace. */
export function oneDelivery(deps: PostsDeps, caller: Caller, id: string): Delivery {
  const [delivery] = viewDeliveries(deps, caller.workspaceId, 'd.id = :id', { id });
  if (delivery === undefined) throw new OcmaError('not_found', { what: 'post' });
  return delivery;
}

function countOf(deps: PostsDeps, caller: Caller, states: readonly string[]): number {
  const row = deps.db
    .sql<{ count: number }>(`SELECT count(*) AS count FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :workspaceId AND p.deleted_at IS NULL AND d.state IN (SELECT value FROM json_each(:states))`)
    .get({ workspaceId: caller.workspaceId, states: JSON.stringify(states) });
  return row?.count ?? 0;
}
