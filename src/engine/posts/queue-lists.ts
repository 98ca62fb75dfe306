import { OcmaError } from '../../shared/errors.ts';
import type { Delivery, DeliveryEvent, DeliveryState } from '../../shared/models/delivery.ts';
import type { Caller } from '../feature.ts';
import { hasWords } from '../words.ts';
import { viewDeliveries } from './delivery-view.ts';
import { partsOf } from './ledger/delivery-row.ts';
import type { PostsDeps } from './posts-deps.ts';

const sections = {
  needs_me: {
    states: ['failed', 'unknown', 'missed', 'needs_you'],
    order: `d.updated_at DESC, d.id DESC`,
    key: 'd.updated_at',
    forward: '<',
  },
  next: { states: ['scheduled', 'publishing'], order: `d.due_at, d.id`, key: 'd.due_at', forward: '>' },
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
    nextDueAt: next?.at ?? null,
    paused: next?.paused === 1,
  };
}

/** A delivery with its history and, where its outcome is unknown, the evidence. */
export function queueDetail(deps: PostsDeps, caller: Caller, id: string) {
  const delivery = oneDelivery(deps, caller, id);
  const events = deps.db
    .sql<EventRow>(`SELECT id, at, kind, from_state AS fromState, to_state AS toState, actor, details FROM delivery_event
      WHERE workspace_id = :workspaceId AND delivery_id = :id ORDER BY id`)
    .all({ workspaceId: caller.workspaceId, id });
  const unclear = partsOf(deps.db, caller.workspaceId, id).find(
    (part) => part.state === 'unknown' || part.state === 'sending',
  );
  return {
    delivery,
    events: events.map((event) => eventView(deps, delivery, event)),
    evidence:
      unclear === undefined || unclear.sendingAt === null
        ? null
        : {
            sentText: unclear.text,
            sentAt: unclear.sendingAt,
            readings: events
              .filter((event) => event.kind === 'looked' && event.at >= (unclear.sendingAt ?? 0))
              .map((event) => {
                const details = detailsOf(event);
                return {
                  at: event.at,
                  found: details['found'] === true,
                  note: eventView(deps, delivery, event).text,
                };
              }),
          },
  };
}

/** @throws `not_found` also for a delivery of another workspace. */
export function oneDelivery(deps: PostsDeps, caller: Caller, id: string): Delivery {
  const [delivery] = viewDeliveries(deps, caller.workspaceId, 'd.id = :id', { id });
  if (delivery === undefined) throw new OcmaError('not_found', { what: 'post' });
  return delivery;
}

interface EventRow {
  id: number;
  at: number;
  kind: string;
  fromState: DeliveryState | null;
  toState: DeliveryState | null;
  actor: string;
  details: string;
}

function detailsOf(event: EventRow): Record<string, unknown> {
  const details: unknown = JSON.parse(event.details);
  return typeof details === 'object' && details !== null ? { ...details } : {};
}

function eventView(deps: PostsDeps, delivery: Delivery, event: EventRow): DeliveryEvent {
  const details = detailsOf(event);
  const params: Record<string, string | number> = { kind: event.kind, part: 1 };
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number')
      params[name] = name === 'part' && typeof value === 'number' ? value + 1 : value;
  }
  const several = delivery.parts.length > 1;
  params['The'] = deps.words(several ? 'history.Part' : 'history.Post', params);
  params['the'] = deps.words(several ? 'history.part' : 'history.post', params);
  const { local } = params;
  if (typeof local === 'string') params['local'] = local.replace('T', ' ');
  const platform = deps.platformOf(delivery.platform).card.title;
  const code =
    typeof details['code'] === 'string' && hasWords(`errors.${details['code']}.message`)
      ? details['code']
      : 'internal';
  params['message'] = deps.words(`errors.${code}.message`, {
    platform,
    account: platform,
    reason: typeof details['detail'] === 'string' ? details['detail'] : '',
  });
  const variant =
    event.kind === 'scheduled' && typeof details['note'] === 'string' && details['note'] !== 'none'
      ? `scheduled${details['note'] === 'gap' ? 'Gap' : 'Overlap'}`
      : event.kind === 'looked' && details['found'] === true
        ? 'looked_found'
        : `${event.kind}${typeof details['how'] === 'string' && details['how'] !== 'answered' ? `_${details['how']}` : ''}`;
  const key = hasWords(`history.${variant}`)
    ? variant
    : hasWords(`history.${event.kind}`)
      ? event.kind
      : 'other';
  return {
    id: event.id,
    at: event.at,
    kind: event.kind,
    fromState: event.fromState,
    toState: event.toState,
    actor: event.actor,
    text: deps.words(`history.${key}`, params),
  };
}

function countOf(deps: PostsDeps, caller: Caller, states: readonly string[]): number {
  const row = deps.db
    .sql<{ count: number }>(`SELECT count(*) AS count FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :workspaceId AND p.deleted_at IS NULL AND d.state IN (SELECT value FROM json_each(:states))`)
    .get({ workspaceId: caller.workspaceId, states: JSON.stringify(states) });
  return row?.count ?? 0;
}
