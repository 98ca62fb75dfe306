import type { AccountId, CategoryId } from '../../../shared/models/ids.ts';
import type { LocalDays } from './local-days.ts';
import { clockText } from './local-days.ts';
import type { PlanAccount, PlanRequest, TakenTime } from './plan-request.ts';
import { lengthOf } from './said.ts';
import type { Said } from './said.ts';

/** The rules in the order in which they are looked at. */
export const ruleNames = [
  'past',
  'range',
  'twice',
  'quiet',
  'text',
  'gap',
  'stagger',
  'taken',
  'day',
  'week',
  'network',
  'target',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** Why a time will not do. */
export interface Objection {
  readonly rule: RuleName;
  readonly said: Said;
}

/** Rules that ask for the account and what it has, not for the post: as nothing leaves the board, they never change their mind. */
const lasting: ReadonlySet<RuleName> = new Set(['past', 'range', 'quiet', 'gap', 'day', 'week', 'network']);

/** Whether an objection holds for every post of the account from now on. */
export const isLasting = ({ rule }: Objection): boolean => lasting.has(rule);

/** A post at an account, as the rules look at it. */
export interface Piece {
  readonly postId: string;
  readonly accountId: AccountId;
  readonly textKey: string | null;
  readonly categoryId: CategoryId | null;
  /** Days before the same text may go to the account again; the workspace's number where that is more. */
  readonly sameTextDays: number;
}

/** Posts that belong together beyond their own accounts. */
export interface Campaign {
  readonly postIds: ReadonlySet<string>;
  readonly gapMinutes: number;
}

/** What is taken, and what the rules say to a time. */
export interface Board {
  readonly days: LocalDays;
  /** What stands against a time; null where nothing does. The first rule that it breaks. */
  objection(piece: Piece, at: number): Objection | null;
  /** Every rule that a time breaks. */
  objections(piece: Piece, at: number): readonly Objection[];
  put(piece: Piece, at: number): void;
  /** How many posts of the account a day has. */
  sameDay(accountId: AccountId, time: { readonly at: number; readonly date: string }): number;
  /** The account's last post before an instant, less than so long before it; null where there is none. */
  lastBefore(accountId: AccountId, at: number, withinMs: number): number | null;
  /** When the posts of one piece's post stand, in order. */
  placesOf(postId: string): readonly TakenTime[];
  /** Different posts of a category in the week of this instant, without the one that is named. */
  inWeek(categoryId: CategoryId, at: number, without: string): number;
}

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
/** From now on so long a time is too near to be planned for. */
const leadMs = 5 * minuteMs;

type Rule = (piece: Piece, at: number) => Said | null;

/** What of a request the rules ask for. */
export type BoardRequest = Pick<
  PlanRequest,
  'now' | 'from' | 'to' | 'rules' | 'accounts' | 'categories' | 'taken'
>;

export function createBoard(request: BoardRequest, days: LocalDays, campaign: Campaign | null = null): Board {
  const { rules } = request;
  const accounts = new Map(request.accounts.map((account) => [account.id, account]));
  const categories = new Map(request.categories.map((category) => [category.id, category]));
  /** By account and day of UTC, since nearly all that is asked is about the days around an instant. */
  const byDay = new Map<string, TakenTime[]>();
  const byMinute = new Map<number, TakenTime[]>();
  const byText = new Map<string, TakenTime[]>();
  const byPost = new Map<string, TakenTime[]>();
  const byCategory = new Map<string, Set<string>>();
  /** Posts of an account on a day, as far as they were asked for. */
  const counted = new Map<AccountId, Map<string, number>>();

  const add = (entry: TakenTime): void => {
    if (entry.accountId !== null) into(byDay, dayKey(entry.accountId, entry.at), entry);
    const counts = entry.accountId === null ? undefined : counted.get(entry.accountId);
    if (counts !== undefined) {
      const { date } = days.at(entry.at);
      const count = counts.get(date);
      if (count !== undefined) counts.set(date, count + 1);
    }
    if (campaign?.postIds.has(entry.postId)) into(byDay, dayKey(jointly, entry.at), entry);
    if (entry.textKey !== null) into(byText, entry.textKey, entry);
    if (entry.postId !== '') into(byPost, entry.postId, entry);
    into(byMinute, Math.floor(entry.at / minuteMs), entry);
    if (entry.categoryId === null) return;
    const key = `${entry.categoryId} ${days.at(entry.at).week}`;
    byCategory.set(key, (byCategory.get(key) ?? new Set()).add(entry.postId));
  };
  for (const entry of request.taken) add(entry);

  /** What an account, or the whole campaign, has less than so long before or after an instant. */
  const around = (whose: AccountId | typeof jointly, at: number, ms: number): TakenTime[] => {
    const found: TakenTime[] = [];
    for (let day = at - ms; Math.floor(day / dayMs) <= Math.floor((at + ms) / dayMs); day += dayMs) {
      for (const entry of byDay.get(dayKey(whose, day)) ?? [])
        if (Math.abs(entry.at - at) < ms) found.push(entry);
    }
    return found;
  };
  const others = (piece: Piece, entries: readonly TakenTime[] | undefined): readonly TakenTime[] =>
    (entries ?? []).filter((entry) => !isItself(piece, entry));
  const own = (piece: Piece, at: number, ms: number): readonly TakenTime[] =>
    others(piece, around(piece.accountId, at, ms));
  const placesOf = (postId: string): readonly TakenTime[] =>
    (byPost.get(postId) ?? []).toSorted((one, other) => one.at - other.at);
  const onDay = (entries: readonly TakenTime[], at: number): number =>
    entries.filter((entry) => days.at(entry.at).date === days.at(at).date).length;
  const inWeek = (categoryId: CategoryId, at: number, without: string): number => {
    const posts = byCategory.get(`${categoryId} ${days.at(at).week}`);
    return posts === undefined ? 0 : posts.size - (posts.has(without) ? 1 : 0);
  };

  const checks: Readonly<Record<RuleName, Rule>> = {
    past: (_piece, at) => (at < request.now + leadMs ? { id: 'past', params: {} } : null),
    range: (_piece, at) => (at < request.from || at >= request.to ? { id: 'range', params: {} } : null),
    twice: (piece) => {
      const account = accounts.get(piece.accountId);
      if (account?.neverTwice !== true || piece.textKey === null) return null;
      const same = others(piece, byText.get(piece.textKey)).some(
        (entry) => entry.platform === account.platform,
      );
      return same ? { id: 'twice', params: { network: account.network } } : null;
    },
    quiet: (_piece, at) => {
      const { quietHours } = rules;
      if (quietHours === null || !isWithin(days.at(at).minute, quietHours)) return null;
      return {
        id: 'quiet',
        params: { from: clockText(quietHours.from), to: clockText(quietHours.to) },
      };
    },
    text: (piece, at) => {
      const least = Math.max(rules.sameTextDays, piece.sameTextDays);
      if (piece.textKey === null || least === 0) return null;
      const near = others(piece, byText.get(piece.textKey)).some(
        (entry) => entry.accountId === piece.accountId && Math.abs(entry.at - at) < least * dayMs,
      );
      return near ? { id: 'text', params: { ...named(accounts, piece), count: least } } : null;
    },
    gap: (piece, at) => {
      return own(piece, at, rules.accountGapMinutes * minuteMs).length > 0
        ? { id: 'gap', params: { ...named(accounts, piece), ...span(rules.accountGapMinutes) } }
        : null;
    },
    stagger: (piece, at) => {
      const joined = campaign?.postIds.has(piece.postId) ? campaign : null;
      const minutes = joined?.gapMinutes ?? rules.staggerMinutes;
      const ms = minutes * minuteMs;
      const related = joined === null ? byPost.get(piece.postId) : around(jointly, at, ms);
      const near = others(piece, related).some((entry) => Math.abs(entry.at - at) < ms);
      return near ? { id: joined === null ? 'stagger' : 'campaign_gap', params: span(minutes) } : null;
    },
    taken: (piece, at) => {
      const there = byMinute.get(Math.floor(at / minuteMs));
      return there?.some((entry) => entry.postId === '' || entry.postId !== piece.postId)
        ? { id: 'taken', params: {} }
        : null;
    },
    day: (piece, at) =>
      rules.accountPerDay !== null && onDay(own(piece, at, 2 * dayMs), at) >= rules.accountPerDay
        ? { id: 'day', params: { ...named(accounts, piece), count: rules.accountPerDay } }
        : null,
    week: (piece, at) => {
      if (rules.accountPerWeek === null) return null;
      const { week } = days.at(at);
      const had = own(piece, at, 9 * dayMs).filter((entry) => days.at(entry.at).week === week).length;
      return had >= rules.accountPerWeek
        ? { id: 'week', params: { ...named(accounts, piece), count: rules.accountPerWeek } }
        : null;
    },
    network: (piece, at) => {
      const account = accounts.get(piece.accountId);
      const most = account?.networkPerDay ?? null;
      if (account === undefined || most === null) return null;
      const near = own(piece, at, dayMs).map((entry) => entry.at);
      if (near.length < most) return null;
      const starts = [at, ...near.filter((other) => other <= at)];
      const full = starts.some(
        (start) => near.filter((other) => other >= start && other < start + dayMs).length >= most,
      );
      return full ? { id: 'network', params: { network: account.network, count: most } } : null;
    },
    target: (piece, at) => {
      const category = piece.categoryId === null ? undefined : categories.get(piece.categoryId);
      if (category === undefined || category.weeklyTarget === null) return null;
      return inWeek(category.id, at, piece.postId) >= category.weeklyTarget
        ? { id: 'target', params: { category: category.name, count: category.weeklyTarget } }
        : null;
    },
  };
  const ask = (rule: RuleName, piece: Piece, at: number): Objection[] => {
    const said = checks[rule](piece, at);
    return said === null ? [] : [{ rule, said }];
  };

  return {
    days,
    sameDay(accountId, { at, date }) {
      const counts = counted.get(accountId) ?? new Map<string, number>();
      counted.set(accountId, counts);
      const count = counts.get(date) ?? onDay(around(accountId, at, 2 * dayMs), at);
      counts.set(date, count);
      return count;
    },
    inWeek,
    placesOf,
    objection(piece, at) {
      for (const rule of ruleNames) {
        const [found] = ask(rule, piece, at);
        if (found !== undefined) return found;
      }
      return null;
    },
    objections: (piece, at) => ruleNames.flatMap((rule) => ask(rule, piece, at)),
    put: (piece, at) => add({ ...piece, at, platform: accounts.get(piece.accountId)?.platform ?? null }),
    lastBefore(accountId, at, withinMs) {
      const before = around(accountId, at, withinMs).filter((entry) => entry.at < at);
      return before.length === 0 ? null : Math.max(...before.map((entry) => entry.at));
    },
  };
}

/** Under what the posts of a campaign stand, whatever their accounts. */
const jointly = 'campaign';
const dayKey = (whose: AccountId | typeof jointly, at: number): string =>
  `${whose} ${Math.floor(at / dayMs)}`;

/** What a piece has already is no hindrance to it. */
function isItself(piece: Piece, entry: TakenTime): boolean {
  return entry.postId !== '' && entry.postId === piece.postId && entry.accountId === piece.accountId;
}

function into<Key>(map: Map<Key, TakenTime[]>, key: Key, entry: TakenTime): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

/** Whether a minute of the day is in a stretch that may run over midnight; one without length has none. */
export function isWithin(minute: number, { from, to }: { from: number; to: number }): boolean {
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

function named(accounts: ReadonlyMap<AccountId, PlanAccount>, { accountId }: Piece): { account: string } {
  return { account: accounts.get(accountId)?.name ?? '' };
}

function span(minutes: number): { unit: string; count: number } {
  return lengthOf(minutes * minuteMs);
}
