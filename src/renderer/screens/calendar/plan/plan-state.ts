import type { PlanItem, UnplacedItem } from '../../../../shared/models/planning.ts';

/** What to plan: the week on screen, or chosen posts as a campaign. */
export type PlanWish =
  | { readonly mode: 'fill_my_week'; readonly from: number; readonly to: number }
  | {
      readonly mode: 'campaign';
      readonly from: number;
      readonly to: number;
      readonly drafts: readonly PlanItem['postId'][];
      readonly name: string;
      readonly gapMinutes: number;
      /** Accounts in the order in which each post goes to them. */
      readonly order: readonly PlanItem['accountId'][];
    };

/** A proposal as the user has it now. */
export interface PlanState {
  readonly timeZone: string;
  readonly items: readonly PlanItem[];
  readonly unplaced: readonly UnplacedItem[];
  /** Keys of items that are not to be scheduled. */
  readonly leftOut: ReadonlySet<string>;
  /** Keys of items whose time is the user's. */
  readonly moved: ReadonlySet<string>;
}

/** What names an item within its plan. */
export const keyOf = ({ kind, postId, accountId }: Pick<PlanItem, 'kind' | 'postId' | 'accountId'>): string =>
  `${kind}-${postId}-${accountId}`;

/** The items that will be scheduled. */
export const takenOf = ({ items, leftOut }: PlanState): readonly PlanItem[] =>
  items.filter((item) => !leftOut.has(keyOf(item)));

/** How many posts the taken items make; one at three accounts counts once. */
export const postsIn = (items: readonly PlanItem[]): number =>
  new Set(items.map(({ kind, postId }) => `${kind}-${postId}`)).size;

/** The plan with one item at another time; the others stay where they are. */
export function withMoved(plan: PlanState, key: string, local: string, instant: number): PlanState {
  const items = plan.items
    .map((item) =>
      keyOf(item) === key
        ? { ...item, why: [], when: { local, instant, timeZone: plan.timeZone, note: 'none' as const } }
        : item,
    )
    .toSorted((one, other) => one.when.instant - other.when.instant);
  return { ...plan, items, moved: new Set([...plan.moved, key]) };
}

/** The plan with one item in or out of it. */
export function withTaken(plan: PlanState, key: string, take: boolean): PlanState {
  const leftOut = new Set(plan.leftOut);
  if (take) leftOut.delete(key);
  else leftOut.add(key);
  return { ...plan, leftOut };
}

/** The plan with the rules' word on each of its items. */
export function withWarnings(
  plan: PlanState,
  checked: readonly Pick<PlanItem, 'kind' | 'postId' | 'accountId' | 'when' | 'warnings'>[],
): PlanState {
  const words = new Map(checked.map((one) => [keyOf(one), one]));
  return {
    ...plan,
    items: plan.items.map((item) => {
      const word = words.get(keyOf(item));
      return word?.when.local === item.when.local
        ? { ...item, when: word.when, warnings: word.warnings }
        : { ...item, warnings: word === undefined ? [] : item.warnings };
    }),
  };
}

/** The items as the engine takes them back. */
export const asChosen = (items: readonly PlanItem[]) =>
  items.map(({ kind, postId, accountId, version, when }) => ({
    kind,
    postId,
    accountId,
    version,
    local: when.local,
  }));
