import type { PublishPart } from '../../platforms/publishing.ts';
import { outcomeOf } from '../../queue/failure-outcome.ts';
import type { Outcome } from '../../queue/outcome.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { keepHandle } from '../ledger/parts.ts';
import type { Destination } from './destination.ts';
import { failureEvidence } from './evidence.ts';
import { record } from '../ledger/transitions.ts';
import type { PublishDeps } from './publish-deps.ts';

/** What was staged and ends sooner than this is made anew, in milliseconds, so that it does not end under the publish. */
const marginMs = 10 * 60_000;

export type StagedPart =
  | { readonly ready: true; readonly handle: string | null }
  | { readonly ready: false; readonly outcome: Outcome };

/**
 * Prepares a part at networks that publish in two steps. What is staged is kept before anything may make a post of it, so
 * that an interrupted publish is asked for by its handle.
 */
export async function stagePart(
  deps: PublishDeps,
  to: Destination,
  part: PartRow,
  send: PublishPart,
  signal: AbortSignal,
): Promise<StagedPart> {
  const { ledger, ports } = deps;
  if (to.platform.api.stage === undefined) return { ready: true, handle: null };
  const now = ports.clock.now();
  const usable = part.handle !== null && (part.handleExpiresAt ?? 0) > now + marginMs;
  if (usable && part.handleReady === 1) return { ready: true, handle: part.handle };
  const earlier =
    usable && part.handle !== null ? { handle: part.handle, expiresAt: part.handleExpiresAt ?? 0 } : null;
  const result = await to.platform.api.stage(to.http, send, earlier, {
    now: () => ports.clock.now(),
    signal,
  });
  switch (result.state) {
    case 'ready':
      keepHandle(ledger, part, { ...result.staged, ready: true });
      return { ready: true, handle: result.staged.handle };
    case 'processing':
      keepHandle(ledger, part, { ...result.staged, ready: false });
      return {
        ready: false,
        outcome: {
          kind: 'later',
          at: result.askAt,
          code: 'media_processing',
          detail: 'The network is preparing the post.',
        },
      };
    case 'failed':
      ledger.db.write(() => {
        if (result.spent) keepHandle(ledger, part, null);
        record(
          ledger,
          { workspaceId: part.workspaceId, id: part.deliveryId },
          { kind: 'attempt_failed', actor: 'publisher', details: failureEvidence(part, result.failure) },
        );
      });
      return { ready: false, outcome: outcomeOf(result.failure, ports.clock.now()) };
  }
}
