import type { Delivery, DeliveryEvent } from '../../src/shared/models/delivery.ts';

/** Gaps in what the app tells of a delivery: a state that nothing led to, a part that went out without a word. */
export function faultsOfHistory(
  delivery: Delivery,
  events: readonly DeliveryEvent[],
  isRestored: boolean,
): string[] {
  const faults: string[] = [];
  let state: string | null = null;
  for (const { fromState, toState, kind } of events) {
    if (toState === null) continue;
    if (state !== null && fromState !== state) faults.push(`The history jumps from ${state} to ${kind}.`);
    state = toState;
  }
  if (state !== null && state !== delivery.state)
    faults.push(`The history ends as ${state}, the delivery as ${delivery.state}.`);
  const told = (kind: string): number => events.filter((event) => event.kind === kind).length;
  const sent = delivery.parts.filter((part) => part.state === 'sent').length;
  if (told('sent') !== sent) faults.push(`The history has ${told('sent')} parts as sent, and ${sent} are.`);
  // A restored file may find what another state of it sent.
  if (!isRestored && told('sending') < sent)
    faults.push(`The history has ${told('sending')} sends for ${sent} parts.`);
  return faults;
}
