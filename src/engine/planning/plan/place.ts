import type { Board, Objection, Piece, RuleName } from './board.ts';
import { isLasting, minuteMs, ruleNames } from './board.ts';
import type { Candidate } from './candidates.ts';
import { clockText } from './local-days.ts';
import type { PlanAccount } from './plan-request.ts';
import { lengthOf } from './said.ts';
import type { Said } from './said.ts';

/** Where a piece goes, and why there. */
export interface Place {
  readonly at: number;
  readonly why: readonly Said[];
}
export type Placing = Place | { readonly none: Said };

/** What another post of the account on the same day takes from a time, as a fraction. */
const crowding = 0.1;
/** A post of the account longer ago than this is no reason. */
const recentMs = 48 * 60 * minuteMs;
/** How far a time that follows another may be put off, and by which steps. */
const followMs = 12 * 60 * minuteMs;
const stepMs = 5 * minuteMs;

/** A time that will not do. */
interface Refusal {
  readonly at: number;
  readonly objection: Objection;
}

interface Weighed {
  readonly candidate: Candidate;
  readonly weight: number;
}

/** The times of an account: those that may still do, and those that no post of it will get any more. */
export interface Times {
  readonly open: Set<Candidate>;
  readonly closed: Map<Candidate, Objection>;
  /** Instants beside them that no post of it will get any more. */
  readonly closedBeside: Map<number, Objection>;
}

/**
 * The best of the times that no rule stands against: the highest gain less what crowding costs, then the earliest. What is
 * refused to every post of the account is closed, and not asked about again: of hundreds of posts most find a week full.
 */
export function placeAmong(
  board: Board,
  piece: Piece,
  account: PlanAccount,
  times: Times,
  within: (at: number) => boolean,
): Placing {
  const weigh = (candidate: Candidate): Weighed => ({
    candidate,
    weight: candidate.value - crowding * board.sameDay(piece.accountId, candidate),
  });
  const offered = [...times.open].filter(({ at }) => within(at)).map(weigh);
  const refused = new Map<Candidate, Objection>();
  for (const chosen of bestFirst(offered)) {
    const { candidate } = chosen;
    const objection = board.objection(piece, candidate.at);
    if (objection === null) {
      const passed = [...refused, ...times.closed]
        .filter(([{ at }, { rule }]) => isTold(rule) && within(at))
        .map(([one, said]) => ({ ...weigh(one), at: one.at, objection: said }))
        .filter((one) => byWeight(one, chosen) < 0);
      const [better] = bestFirst(passed);
      const { at } = candidate;
      return {
        at,
        why: [whyKind(candidate, account), ...moved(board, better), ...sinceLast(board, account, at)],
      };
    }
    if (isLasting(objection)) {
      times.open.delete(candidate);
      times.closed.set(candidate, objection);
    } else refused.set(candidate, objection);
  }
  return { none: nothingLeft([...refused, ...times.closed], within) };
}

const byWeight = (one: Weighed, other: Weighed): number =>
  other.weight - one.weight || one.candidate.at - other.candidate.at;

/** So many are looked for one by one before all that are left are put in order: mostly the first will do. */
const soughtSingly = 4;

function* bestFirst<Each extends Weighed>(all: Each[]): Generator<Each, undefined> {
  for (let sought = 0; sought < soughtSingly; sought += 1) {
    let best = 0;
    for (const [index, one] of all.entries()) {
      const before = all[best];
      if (before !== undefined && byWeight(one, before) < 0) best = index;
    }
    const [found] = all.splice(best, 1);
    if (found === undefined) return;
    yield found;
  }
  yield* all.toSorted(byWeight);
}

/**
 * The first time from `from` on that no rule stands against, in steps of five minutes and within twelve hours; null
 * where there is none. Only times that their wall clock names are taken: not the second pass of an hour that comes twice.
 */
export function placeAfter(
  board: Board,
  piece: Piece,
  account: PlanAccount,
  { closedBeside }: Times,
  after: { readonly from: number; readonly said: Said },
): Place | null {
  let first: Refusal | undefined;
  for (let at = after.from; at <= after.from + followMs; at += stepMs) {
    let objection = closedBeside.get(at) ?? null;
    if (objection === null) {
      const { date, minute } = board.days.at(at);
      if (board.days.instantOf(date, minute) !== at) continue;
      objection = board.objection(piece, at);
      if (objection !== null && isLasting(objection)) closedBeside.set(at, objection);
    }
    if (objection === null)
      return {
        at,
        why: [after.said, ...moved(board, first), ...sinceLast(board, account, at)],
      };
    if (isTold(objection.rule)) first ??= { at, objection };
  }
  return null;
}

/** Whether it is worth telling that a time was passed over for this. */
const isTold = (rule: RuleName): boolean => rule !== 'past' && rule !== 'range' && rule !== 'taken';

function moved(board: Board, better: Refusal | undefined): Said[] {
  if (better === undefined) return [];
  const { date, weekday, minute } = board.days.at(better.at);
  const { rule, said } = better.objection;
  return [
    {
      id: 'moved',
      params: { ...said.params, weekday, date, time: clockText(minute), rule: said.id, because: rule },
    },
  ];
}

function whyKind(candidate: Candidate, account: PlanAccount): Said {
  const { best } = candidate;
  if (best === null) return { id: candidate.kind, params: {} };
  return {
    id: 'best',
    params: {
      account: account.name,
      gain: Math.round(best.gain * 100),
      margin: Math.round(((best.high - best.low) / 2) * 100),
      count: best.samples,
    },
  };
}

function sinceLast(board: Board, account: PlanAccount, at: number): Said[] {
  const last = board.lastBefore(account.id, at, recentMs);
  if (last === null) return [];
  return [{ id: 'after_last', params: { account: account.name, ...lengthOf(at - last) } }];
}

/** The rule that most of the times broke; of two the one that is looked at first. */
function nothingLeft(
  refused: readonly (readonly [Candidate, Objection])[],
  within: (at: number) => boolean,
): Said {
  const broken = new Map<RuleName, { count: number; readonly said: Said }>();
  let times = 0;
  for (const [{ at }, { rule, said }] of refused) {
    if (!within(at)) continue;
    times += 1;
    const known = broken.get(rule);
    if (known === undefined) broken.set(rule, { count: 1, said });
    else known.count += 1;
  }
  const most = ruleNames
    .flatMap((rule) => broken.get(rule) ?? [])
    .reduce((best, one) => (one.count > best.count ? one : best), { count: 0, said: null as Said | null });
  if (most.said === null) return { id: 'no_times', params: {} };
  return { id: 'none_left', params: { ...most.said.params, rule: most.said.id, times } };
}
