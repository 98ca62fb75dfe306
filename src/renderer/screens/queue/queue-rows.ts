import type { Delivery } from '../../../shared/models/delivery.ts';
import { localOf } from '../../zoned.ts';

export const queueSections = ['needs_me', 'next', 'done'] as const;
/** The three questions of the queue. */
export type QueueSection = (typeof queueSections)[number];

/** A line of the queue: the heading of a day (a local date, null without a time) or a delivery. */
export type QueueRow =
  | { readonly kind: 'day'; readonly key: string; readonly date: string | null; readonly at: number | null }
  | { readonly kind: 'delivery'; readonly key: string; readonly delivery: Delivery };

/** The instant by which a delivery stands in the queue: when it went out, else when it shall. */
export const instantOfDelivery = (delivery: Delivery): number | null =>
  delivery.publishedAt ?? delivery.when?.instant ?? null;

/** The deliveries with a heading before each new day of the zone. */
export function rowsByDay(deliveries: readonly Delivery[], timeZone: string): QueueRow[] {
  const rows: QueueRow[] = [];
  let day: string | null | undefined;
  for (const delivery of deliveries) {
    const at = instantOfDelivery(delivery);
    const date = at === null ? null : localOf(at, timeZone).slice(0, 10);
    if (date !== day) {
      rows.push({ kind: 'day', key: `day-${date ?? 'none'}-${delivery.id}`, date, at });
      day = date;
    }
    rows.push({ kind: 'delivery', key: delivery.id, delivery });
  }
  return rows;
}
