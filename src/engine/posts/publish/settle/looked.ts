import { record } from '../../ledger/transitions.ts';
import type { OpenSend, Verdict } from './verdict.ts';

/** Writes down what was seen; joins the transaction that is open. */
export function keepLooked({ deps, part }: OpenSend, { looked }: Verdict): void {
  if (looked === undefined) return;
  const details = { part: part.position, ...looked };
  record(
    deps.ledger,
    { workspaceId: part.workspaceId, id: part.deliveryId },
    { kind: 'looked', actor: 'publisher', details },
  );
}
