import type { Delivery, DeliveryEvent, DeliveryState } from '../../../shared/models/delivery.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import { hasWords } from '../../words.ts';
import type { PostsDeps } from '../posts-deps.ts';

/** A row of a delivery's history. */
export interface EventRow {
  readonly id: number;
  readonly at: number;
  readonly kind: string;
  readonly fromState: DeliveryState | null;
  readonly toState: DeliveryState | null;
  readonly actor: string;
  readonly details: string;
}

/** A delivery's history, oldest first. */
export function eventsOf(deps: PostsDeps, workspaceId: WorkspaceId, id: string): EventRow[] {
  return deps.db
    .sql<EventRow>(`SELECT id, at, kind, from_state AS fromState, to_state AS toState, actor, details FROM delivery_event
      WHERE workspace_id = :workspaceId AND delivery_id = :id ORDER BY id`)
    .all({ workspaceId, id });
}

/** What was written down with an event. */
export function detailsOf(event: Pick<EventRow, 'details'>): Readonly<Record<string, unknown>> {
  const details: unknown = JSON.parse(event.details);
  return typeof details === 'object' && details !== null ? { ...details } : {};
}

/** An event in words: who, what, and what was written down with it. */
export function eventView(deps: PostsDeps, delivery: Delivery, event: EventRow): DeliveryEvent {
  const details = detailsOf(event);
  return {
    id: event.id,
    at: event.at,
    kind: event.kind,
    fromState: event.fromState,
    toState: event.toState,
    actor: event.actor,
    who: hasWords(`history.who.${event.actor}`) ? deps.words(`history.who.${event.actor}`) : event.actor,
    text: deps.words(
      `history.${sentenceKey(event.kind, details)}`,
      sentenceParams(deps, delivery, event, details),
    ),
    evidence: evidenceOfEvent(deps, details),
  };
}

function sentenceKey(kind: string, details: Readonly<Record<string, unknown>>): string {
  const { how, note } = details;
  const variant =
    kind === 'scheduled' && typeof note === 'string' && note !== 'none'
      ? `scheduled${note === 'gap' ? 'Gap' : 'Overlap'}`
      : kind === 'looked' && details['found'] === true
        ? 'looked_found'
        : kind === 'settled_by_user' && typeof details['answer'] === 'string'
          ? `settled_${details['answer']}`
          : `${kind}${typeof how === 'string' && how !== 'answered' ? `_${how}` : ''}`;
  if (hasWords(`history.${variant}`)) return variant;
  return hasWords(`history.${kind}`) ? kind : 'other';
}

function sentenceParams(
  deps: PostsDeps,
  delivery: Delivery,
  event: EventRow,
  details: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | number>> {
  const params: Record<string, string | number> = { kind: event.kind.replaceAll('_', ' '), part: 1 };
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
  const { code, detail } = details;
  const known = typeof code === 'string' && hasWords(`errors.${code}.message`) ? code : 'internal';
  params['platform'] = platform;
  params['message'] = deps.words(`errors.${known}.message`, {
    platform,
    account: platform,
    reason: typeof detail === 'string' ? detail : '',
  });
  return params;
}

/** Details that the sentence does not say already; what has no label is for the program alone. */
function evidenceOfEvent(
  deps: PostsDeps,
  details: Readonly<Record<string, unknown>>,
): DeliveryEvent['evidence'] {
  return Object.entries(details).flatMap(([name, value]) => {
    if (!hasWords(`history.detail.${name}`)) return [];
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return [];
    return [{ label: deps.words(`history.detail.${name}`), value: String(value) }];
  });
}
