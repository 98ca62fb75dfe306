import type { Problem } from '../../../shared/models/delivery.ts';
import { mediaOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow, PartRow } from '../ledger/delivery-row.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { findTarget } from '../publish/target.ts';
import { actionsFor, signInCodes } from './problem-actions.ts';
import { readStoredProblem } from '../ledger/stored-problem.ts';
import { problemWords } from './problem-words.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

/** What of its account a problem is told with. */
export interface ProblemAccount {
  readonly platform: string;
  readonly username: string;
  readonly accountState: string;
  readonly connectedAt: number;
  readonly pausedUntil: number | null;
}

/** A delivery's problem in words, with what can be done about it. */
export function problemView(
  deps: PostsDeps,
  row: DeliveryRow & ProblemAccount & { readonly nextAttemptAt: number | null },
  parts: readonly PartRow[],
  stored: string,
): Problem {
  const problem = readStoredProblem(stored);
  const platform = deps.platformOf(row.platform);
  const { code, at } = problem;
  const connected = row.accountState === 'connected';
  // Signed in since: what was wrong is mended, and only the post still waits.
  const mended = connected && at <= row.connectedAt && signInCodes.includes(code);
  const words = problemWords(deps.words, mended ? { ...problem, code: 'reconnected' } : problem, {
    platform: platform.card.title,
    account: handleOf(row),
  });
  const waitsUntil = row.pausedUntil ?? row.nextAttemptAt;
  return {
    code,
    at,
    ...words,
    actions: actionsFor({
      state: row.state,
      code,
      accountId: row.accountId,
      connected,
      editable: parts.every((part) => part.state === 'pending'),
      waitsUntil: waitsUntil !== null && waitsUntil > deps.ports.clock.now() ? waitsUntil : null,
      tooLong: code === 'content_rejected' || code === 'content_invalid' ? tooLong(deps, row, parts) : null,
      mediaPart: parts.find((part) => mediaOf(part).length > 0)?.position ?? null,
      creditsUrl: creditsUrlOf(platform.card.guide),
    }),
  };
}

/** The developer's console is where networks sell credits; the first step of their guide leads there. */
export function creditsUrlOf(guide: readonly { readonly link: string | null }[]): string | null {
  return guide.find((step) => step.link !== null)?.link ?? null;
}

/** The first part that its network counts as too long. */
function tooLong(
  deps: PostsDeps,
  row: DeliveryRow & { readonly platform: string },
  parts: readonly PartRow[],
): { part: number; over: number } | null {
  const target = findTarget(deps.db, row.workspaceId, row.accountId);
  const { measure } = deps.platformOf(row.platform).rules(target?.profile ?? null);
  for (const { position, text } of parts) {
    const { length, limit } = measure(text);
    if (length > limit) return { part: position, over: length - limit };
  }
  return null;
}
