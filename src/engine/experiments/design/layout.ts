import type { ExperimentDesign } from '../../../shared/contract/experiments.ts';
import type { VersionsOut } from '../../../shared/models/experiment.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import { shuffled } from '../statistics/draws.ts';
import type { Draws } from '../statistics/draws.ts';
import { dealVariants } from './deal-variants.ts';
import { hoursAhead } from './hours-ahead.ts';

/** One post of a plan. */
export interface PlannedCell {
  readonly when: WallTime;
  readonly accountId: AccountId;
  readonly variant: number;
  readonly source: number;
}

/** No test has more posts. */
export const mostPosts = 60;

/** How many posts a design comes to. */
export function postCount(design: ExperimentDesign, versionsOut: VersionsOut): number {
  const sources = design.variants[0]?.versions.length ?? 0;
  const perSource =
    design.scheme === 'comparable_accounts'
      ? design.accountIds.length
      : versionsOut === 'all'
        ? design.variants.length
        : 1;
  return sources * design.repetitions * perSource;
}

/** Draws who gets what when. */
export function layOut(
  design: ExperimentDesign,
  versionsOut: VersionsOut,
  about: { readonly timeZone: string; readonly after: number; readonly draws: Draws },
): PlannedCell[] {
  const { draws } = about;
  const sources = [...Array(design.variants[0]?.versions.length ?? 0).keys()];
  // A source post comes again only when all others have been out.
  const order = Array.from({ length: design.repetitions }, () => shuffled(draws, sources)).flat();
  return design.scheme === 'comparable_accounts'
    ? acrossAccounts(design, order, about)
    : overTime(design, versionsOut, order, about);
}

interface About {
  readonly timeZone: string;
  readonly after: number;
  readonly draws: Draws;
}

function acrossAccounts(design: ExperimentDesign, order: readonly number[], about: About): PlannedCell[] {
  const times = hoursAhead(design.hours, about.timeZone, about.after, order.length);
  const blocks = order.map(() => [...design.accountIds]);
  const hands = dealVariants(blocks, design.variants.length, about.draws);
  return times.flatMap(({ when }, round) =>
    design.accountIds.map((accountId, position) => ({
      when,
      accountId,
      variant: hands[round]?.[position] ?? 0,
      source: order[round] ?? 0,
    })),
  );
}

function overTime(
  design: ExperimentDesign,
  versionsOut: VersionsOut,
  order: readonly number[],
  { timeZone, after, draws }: About,
): PlannedCell[] {
  const [accountId] = design.accountIds;
  if (accountId === undefined) return [];
  const length = design.variants.length;
  const sources = versionsOut === 'all' ? order.flatMap((source) => Array(length).fill(source)) : order;
  const times = hoursAhead(design.hours, timeZone, after, sources.length);
  const blocks = [];
  for (let start = 0; start < times.length; start += length)
    blocks.push(times.slice(start, start + length).map(({ place }) => place));
  const hands = dealVariants(blocks, length, draws).flat();
  return times.map(({ when }, position) => ({
    when,
    accountId,
    variant: hands[position] ?? 0,
    source: sources[position] ?? 0,
  }));
}
