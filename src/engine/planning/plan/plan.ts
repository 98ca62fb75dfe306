import type { AccountId, CategoryId } from '../../../shared/models/ids.ts';
import { createBoard, minuteMs } from './board.ts';
import type { Board, Piece } from './board.ts';
import { candidatesFor } from './candidates.ts';
import { createLocalDays } from './local-days.ts';
import { placeAfter, placeAmong } from './place.ts';
import type { Place, Placing, Times } from './place.ts';
import type { PlanAccount, PlanRequest, PlanSubject, SubjectAccount } from './plan-request.ts';
import { lengthOf } from './said.ts';
import type { Said } from './said.ts';

/** A piece with its time. */
export interface Placed {
  readonly subject: PlanSubject;
  readonly accountId: AccountId;
  readonly at: number;
  readonly why: readonly Said[];
}

/** A piece for which there is no time; of all accounts where none is named. */
export interface Unplaced {
  readonly subject: PlanSubject;
  readonly accountId: AccountId | null;
  readonly why: Said;
}

export interface Plan {
  readonly placed: readonly Placed[];
  readonly unplaced: readonly Unplaced[];
}

/** What placing works with, and what has come of it so far. */
export interface Planning {
  readonly request: PlanRequest;
  readonly board: Board;
  readonly placed: Placed[];
  readonly unplaced: Unplaced[];
  readonly account: (id: AccountId) => PlanAccount | undefined;
  readonly times: (account: PlanAccount) => Times;
}

export function beginPlanning(request: PlanRequest, campaign?: Parameters<typeof createBoard>[2]): Planning {
  const days = createLocalDays(request.timeZone);
  const accounts = new Map(request.accounts.map((account) => [account.id, account]));
  const known = new Map<AccountId, Times>();
  return {
    request,
    board: createBoard(request, days, campaign),
    placed: [],
    unplaced: [],
    account: (id) => accounts.get(id),
    times(account) {
      const times = known.get(account.id) ?? {
        open: new Set(candidatesFor(request, days, account)),
        closed: new Map(),
        closedBeside: new Map(),
      };
      known.set(account.id, times);
      return times;
    },
  };
}

/** A copy that goes out again is another post than the one it is made from. */
export function pieceOf(planning: Planning, subject: PlanSubject, one: SubjectAccount): Piece {
  const category = planning.request.categories.find(({ id }) => id === subject.categoryId);
  return {
    postId: subject.kind === 'repeat' ? `again ${subject.postId}` : subject.postId,
    accountId: one.accountId,
    textKey: one.textKey,
    categoryId: subject.categoryId,
    sameTextDays: category?.evergreen === true ? category.minDaysBetween : 0,
  };
}

/** Writes down what came of a piece; true where it has a time. */
export function settle(
  planning: Planning,
  subject: PlanSubject,
  piece: Piece,
  placing: Placing,
  first: readonly Said[] = [],
): boolean {
  if ('none' in placing) {
    planning.unplaced.push({ subject, accountId: piece.accountId, why: placing.none });
    return false;
  }
  planning.board.put(piece, placing.at);
  const why = [...first, ...placing.why];
  planning.placed.push({ subject, accountId: piece.accountId, at: placing.at, why });
  return true;
}

/** The accounts of a post in the order of the request, each once; says which are not to be had. */
export function accountsOf(
  planning: Planning,
  subject: PlanSubject,
): { readonly one: SubjectAccount; readonly account: PlanAccount }[] {
  const order = planning.request.accounts;
  if (subject.accounts.length === 0)
    planning.unplaced.push({ subject, accountId: null, why: { id: 'no_accounts', params: {} } });
  const wanted = new Map(subject.accounts.map((one) => [one.accountId, one]));
  for (const { accountId } of wanted.values()) {
    if (planning.account(accountId) === undefined)
      planning.unplaced.push({ subject, accountId, why: { id: 'not_connected', params: {} } });
  }
  return order.flatMap((account) => {
    const one = wanted.get(account.id);
    return one === undefined ? [] : [{ one, account }];
  });
}

/**
 * Drafts and repeats at their best times, the oldest draft first. What a post's further accounts have no best hour for
 * follows its account before, spread as the rules say.
 */
export function fillWeek(
  request: PlanRequest,
  drafts: readonly PlanSubject[],
  repeats: readonly PlanSubject[],
): Plan {
  const planning = beginPlanning(request);
  for (const subject of drafts.toSorted(byAge)) spread(planning, subject, null, []);
  fillUp(planning, repeats);
  return { placed: planning.placed, unplaced: planning.unplaced };
}

const byAge = (one: PlanSubject, other: PlanSubject): number =>
  one.createdAt - other.createdAt || compare(one.postId, other.postId);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Places a post at its accounts, within one week where one is named. The number of accounts that it got a time at. */
function spread(
  planning: Planning,
  subject: PlanSubject,
  week: string | null,
  first: readonly Said[],
): number {
  const { board } = planning;
  let count = 0;
  for (const { one, account } of accountsOf(planning, subject)) {
    const piece = pieceOf(planning, subject, one);
    const within = (at: number): boolean => week === null || board.days.at(at).week === week;
    const found = placeAmong(board, piece, account, planning.times(account), within);
    const follow = 'none' in found || !isBest(found) ? followOthers(planning, piece, account, week) : null;
    if (settle(planning, subject, piece, follow ?? found, first)) count += 1;
  }
  return count;
}

const isBest = (place: Place): boolean => place.why[0]?.id === 'best';

/** A time after the account of the same post that comes last; null where it is the first, or nothing fits. */
function followOthers(
  planning: Planning,
  piece: Piece,
  account: PlanAccount,
  week: string | null,
): Place | null {
  const before = planning.board.placesOf(piece.postId).at(-1);
  if (before === undefined || before.accountId === null) return null;
  const { staggerMinutes } = planning.request.rules;
  const name = planning.account(before.accountId)?.name ?? '';
  const place = placeAfter(planning.board, piece, account, planning.times(account), {
    from: before.at + staggerMinutes * minuteMs,
    said: { id: 'follows', params: { account: name, ...lengthOf(staggerMinutes * minuteMs) } },
  });
  return place === null || (week !== null && planning.board.days.at(place.at).week !== week) ? null : place;
}

/** Lets evergreen posts come around until each week has what its category wants, the one that waits longest first. */
function fillUp(planning: Planning, repeats: readonly PlanSubject[]): void {
  const { board, request } = planning;
  const weeks = [
    ...new Map(
      board.days.datesIn(request.from, request.to).map(({ date }) => {
        const noon = board.days.instantOf(date, 720);
        return [board.days.at(noon).week, noon];
      }),
    ).entries(),
  ];
  const waiting = new Map<CategoryId | null, PlanSubject[]>();
  const known = repeats.flatMap((subject) => {
    const accounts = subject.accounts.filter(
      ({ accountId }) => planning.account(accountId)?.neverTwice === false,
    );
    return accounts.length === 0 ? [] : [{ ...subject, accounts }];
  });
  for (const subject of known.toSorted((one, other) => lastOf(one) - lastOf(other) || byAge(one, other)))
    waiting.set(subject.categoryId, [...(waiting.get(subject.categoryId) ?? []), subject]);
  for (const [week, noon] of weeks) {
    for (const category of request.categories.toSorted((one, other) => compare(one.id, other.id))) {
      const own = waiting.get(category.id) ?? [];
      const wanted = category.weeklyTarget ?? 1;
      for (const subject of own) {
        if (board.inWeek(category.id, noon, '') >= wanted) break;
        const params = { category: category.name, ...lengthOf(noon - lastOf(subject)) };
        const before = planning.unplaced.length;
        if (spread(planning, subject, week, [{ id: 'again', params }]) > 0)
          waiting.set(
            category.id,
            (waiting.get(category.id) ?? []).filter((one) => one !== subject),
          );
        // A repeat whose turn has not come is no fault of the plan's; only what is placed in part is told of.
        else planning.unplaced.length = before;
      }
    }
  }
}

const lastOf = (subject: PlanSubject): number => subject.lastAt ?? 0;
