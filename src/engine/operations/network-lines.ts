import type { HealthLine } from '../../shared/contract/system.ts';
import { openBreakers } from '../http/breakers.ts';
import { clockSkew, skewSentence, wrongClockMs } from '../http/clock-skew.ts';
import { hasWords } from '../words.ts';
import type { OperationsDeps } from './operations-deps.ts';

type LineDeps = Pick<OperationsDeps, 'db' | 'words' | 'platformOf' | 'ports'>;

/** One that nobody has asked for in so long tells nothing of today, in milliseconds. */
const agedMs = 60 * 60_000;

/** What is on hold now, of the practice network too. */
export function heldOperations({ db, ports }: Pick<LineDeps, 'db' | 'ports'>) {
  const now = ports.clock.now();
  return openBreakers(db)
    .filter(({ probeAt, trying }) => trying || now - probeAt < agedMs)
    .map(({ platform, operation, failures, since, probeAt, trying, practice }) => ({
      platform,
      operation,
      failures,
      since,
      nextTryAt: probeAt,
      trying,
      practice,
    }));
}

/** A line for each operation on hold; those of the practice network only where `practice` is looked at. */
export function onHoldLines(
  deps: LineDeps,
  held: ReturnType<typeof heldOperations>,
  practice: boolean,
): HealthLine[] {
  const now = deps.ports.clock.now();
  return held
    .filter((each) => practice || !each.practice)
    .map(({ platform, operation, failures, since, nextTryAt, trying }) => {
      const key = `health.operation.${operation.replaceAll('.', '_')}`;
      const state = trying ? 'trying' : nextTryAt > now ? 'waiting' : 'due';
      return {
        id: `hold:${platform}:${operation}:${since}`,
        status: 'warning',
        text: deps.words(`operations.onHold.${state}`, {
          platform: deps.platformOf(platform).card.title,
          operation: hasWords(key) ? deps.words(key) : operation,
          seconds: Math.max(1, Math.ceil((nextTryAt - now) / 1_000)),
          count: failures,
        }),
        fix: null,
        workspaceId: null,
      };
    });
}

/** Says by how much the clock of this machine is wrong, where that matters. */
export function clockLines(deps: LineDeps): HealthLine[] {
  const skew = clockSkew(deps.db);
  if (skew === null || Math.abs(skew.skewMs) <= wrongClockMs) return [];
  const text = skewSentence(deps.words, deps.platformOf(skew.platform), skew.skewMs);
  const fix = deps.words('operations.clockWrong.fix');
  return [{ id: 'clock', status: 'warning', text, fix, workspaceId: null }];
}
