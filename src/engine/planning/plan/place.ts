import type { Board, Objection, Piece, RuleName } from './board.ts';
import { minuteMs, ruleNames } from './board.ts';
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

interface Weighed extends Candidate {
  readonly weight: number;
}

/** The best of the times that no rule stands against: the highest gain less what crowding costs, then the earliest. */
export function placeAmong(
  board: Board,
  piece: Piece,
  account: PlanAccount,
  candidates: readonly Candidate[],
): Placing {
  const weighed = candidates
    .map((candidate): Weighed => ({
      ...candidate,
      weight: candidate.value - crowding * board.sameDay(piece.accountId, candidate.at),
    }))
    .toSorted((one, other) => other.weight - one.weight || one.at - other.at);
  const refused: Refusal[] = [];
  for (const candidate of weighed) {
    const { at } = candidate;
    const objection = board.objection(piece, at);
    if (objection !== null) {
      refused.push({ at, objection });
      continue;
    }
    const better = refused.find((one) => isTold(one.objection.rule));
    return {
      at,
      why: [whyKind(candidate, account), ...moved(board, better), ...sinceLast(board, account, at)],
    };
  }
  return { none: nothingLeft(refused) };
}

/**
 * The first time from `from` on that no rule stands against, in steps of five minutes and within twelve hours; null
 * where there is none. Only times that their wall clock names are taken: not the second pass of an hour that comes twice.
 */
export function placeAfter(
  board: Board,
  piece: Piece,
  account: PlanAccount,
  after: { readonly from: number; readonly said: Said },
): Place | null {
  let first: Refusal | undefined;
  for (let at = after.from; at <= after.from + followMs; at += stepMs) {
    const { date, minute } = board.days.at(at);
    if (board.days.instantOf(date, minute) !== at) continue;
    const objection = board.objection(piece, at);
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
function nothingLeft(refused: readonly Refusal[]): Said {
  const broken = Map.groupBy(refused, ({ objection }) => objection.rule);
  const most = ruleNames
    .map((rule) => broken.get(rule) ?? [])
    .reduce((best, list) => (list.length > best.length ? list : best));
  const said = most[0]?.objection.said;
  if (said === undefined) return { id: 'no_times', params: {} };
  return { id: 'none_left', params: { ...said.params, rule: said.id, times: refused.length } };
}
