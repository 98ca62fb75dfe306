import type { Delivery, DeliveryEvent, DeliveryState } from '../../src/shared/models/delivery.ts';

/** What may follow each state of a delivery: DESIGN section 5 written down a second time, apart from the app. */
const follows: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  draft: ['scheduled', 'cancelled'],
  scheduled: ['scheduled', 'publishing', 'missed', 'draft', 'cancelled', 'failed'],
  publishing: ['publishing', 'published', 'failed', 'unknown', 'cancelled'],
  published: ['cancelled'],
  failed: ['scheduled', 'draft', 'cancelled'],
  unknown: ['published', 'scheduled', 'cancelled'],
  missed: ['scheduled', 'draft', 'cancelled', 'published'],
  cancelled: ['scheduled', 'draft', 'failed', 'missed', 'unknown'],
  with_network: ['published', 'failed', 'unknown', 'scheduled'],
  needs_you: ['published', 'failed', 'scheduled', 'draft', 'cancelled'],
};

/** What the user has said of a part's text, beyond scheduling it once. */
export interface Said {
  /** 'Send it again', each of which allows one more post. */
  readonly sendAgain: number;
  /** 'It is there', each of which makes a published post out of what the network may not have. */
  readonly isThere: number;
}

/** The faults of a history: a step that is not allowed, or one that does not begin where the one before ended. */
export function historyFaults(events: readonly DeliveryEvent[]): string[] {
  const steps = events.filter((event) => event.toState !== null && event.fromState !== null);
  return steps.flatMap((step, index) => {
    const { fromState, toState } = step;
    if (fromState === null || toState === null) return [];
    const before = steps[index - 1]?.toState ?? fromState;
    const faults: string[] = [];
    if (before !== fromState) faults.push(`${step.kind} leaves ${fromState}, but the delivery was ${before}`);
    if (!follows[fromState].includes(toState))
      faults.push(`${step.kind} goes from ${fromState} to ${toState}`);
    return faults;
  });
}

/**
 * The faults of what the app says beside what the network has. At any time: nothing twice without the user's word, and
 * nothing out that was never on its way.
 */
export function ledgerFaults(
  deliveries: readonly Delivery[],
  truth: ReadonlyMap<string, number>,
  said: ReadonlyMap<string, Said>,
): string[] {
  const parts = deliveries.flatMap((delivery) => delivery.parts.map((part) => ({ ...part, delivery })));
  const faults: string[] = [];
  for (const [text, same] of Map.groupBy(parts, (part) => part.text)) {
    const out = truth.get(text) ?? 0;
    const { sendAgain, isThere } = said.get(text) ?? { sendAgain: 0, isThere: 0 };
    const shown = same.map((part) => `${part.delivery.state}/${part.state}`).join(', ');
    const sent = same.filter((part) => part.state === 'sent').length;
    const open = same.filter((part) => ['sending', 'unknown'].includes(part.state)).length;
    const given = same.filter((part) => part.state === 'dropped' && part.sendingAt !== null).length;
    if (out > same.length + sendAgain) faults.push(`"${text}" is out ${out} times (${shown})`);
    if (out > sent + open + given + sendAgain)
      faults.push(`"${text}" is out and the app denies it (${shown})`);
    if (sent > out + isThere) faults.push(`"${text}" is said to be out and is not (${shown})`);
  }
  for (const delivery of deliveries) {
    const { state, problem } = delivery;
    if (state === 'published' && delivery.parts.some((part) => part.state !== 'sent'))
      faults.push(`${delivery.excerpt} is published without all its parts`);
    if (['failed', 'unknown', 'missed'].includes(state) && problem === null)
      faults.push(`${delivery.excerpt} is ${state} for no reason`);
  }
  return faults;
}

/** All work is done by `settledAt`, so what was due is not on its way any more. */
export function unsettledFaults(deliveries: readonly Delivery[], settledAt: number): string[] {
  return deliveries
    .filter(
      ({ state, when }) =>
        (when?.instant ?? 0) <= settledAt && (state === 'scheduled' || state === 'publishing'),
    )
    .map(({ excerpt, state }) => `${excerpt} is ${state} for ever`);
}
