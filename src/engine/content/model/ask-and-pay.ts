import type { WorkspaceId } from '../../../shared/models/ids.ts';
import { writeAudit } from '../../http/audit.ts';
import { modelPlatform } from '../../http/spending.ts';
import type { ContentDeps } from '../answering/content-deps.ts';
import type { ModelAccess } from './access.ts';
import { reserveForModel } from './budget.ts';
import { costOf, unknownPrice } from './prices.ts';
import { noUsage } from './question.ts';
import type { ModelCall, Outcome, Question, Usage } from './question.ts';

/** Who asks which model. */
export interface Payer {
  readonly deps: ContentDeps;
  readonly workspaceId: WorkspaceId;
  readonly model: ModelAccess;
  readonly signal: AbortSignal | undefined;
}

/** A question, the name under which it stands in the list of calls, and the most that it can use up. */
interface Asked {
  readonly operation: string;
  readonly question: Question;
  readonly most: Usage;
}

/**
 * Asks one question within the month's budget: what it may cost at the most is put aside before, what it has cost is
 * settled after, and each request leaves a line in the list of calls. Null where the budget does not allow it.
 */
export async function askAndPay(
  { deps, workspaceId, model, signal }: Payer,
  { operation, question, most }: Asked,
  onText: (whole: string) => void,
): Promise<(Outcome & { readonly charged: Usage }) | null> {
  const price = model.price ?? unknownPrice;
  const reserved = await deps.db.patiently(async () =>
    reserveForModel(deps, workspaceId, operation, costOf(price, most)),
  );
  if (reserved === null) return null;
  let charged: Usage = most;
  let calls: readonly ModelCall[] = [];
  try {
    const { askModel } = await import('./ask.ts');
    const outcome = await askModel(model.server, question, { signal, onText });
    ({ calls } = outcome);
    charged = chargedFor(outcome, most);
    return { ...outcome, charged };
  } finally {
    const micros = costOf(price, charged);
    await deps.db.patiently(async () =>
      deps.db.write(() => {
        reserved.settle(micros);
        noteCalls({ deps, workspaceId }, operation, calls, micros);
      }),
    );
  }
}

/**
 * What the server counted. Where it did not say, because the answer was cut off: all that was sent, and what came back;
 * nothing where it took no question.
 */
function chargedFor({ usage, calls, spoken }: Outcome, most: Usage): Usage {
  if (usage !== null) return usage;
  const status = calls.at(-1)?.status ?? null;
  if (status === null || status >= 400) return noUsage;
  return { inputTokens: most.inputTokens, outputTokens: Math.ceil(spoken / 3) };
}

/** Each request leaves a line in the list of calls that left the machine. */
export function noteCalls(
  { deps: { db, ports }, workspaceId }: Pick<Payer, 'deps' | 'workspaceId'>,
  operation: string,
  calls: readonly ModelCall[],
  micros: number,
): void {
  for (const [index, { status, ms }] of calls.entries()) {
    const refused = status !== null && status >= 400 ? 'platform_refused' : null;
    writeAudit(db, {
      at: ports.clock.now(),
      workspaceId,
      accountId: null,
      platform: modelPlatform,
      operation,
      status,
      code: status === null ? 'network_unreachable' : refused,
      ms,
      cache: 'none',
      costMicros: index === calls.length - 1 ? micros : 0,
    });
  }
}
