const dayMs = 24 * 60 * 60_000;

/** How long before the end of a sign-in its user is told, in milliseconds. */
const aheadMs = [14 * dayMs, 7 * dayMs, 2 * dayMs];

interface End {
  /** Epoch ms; here and in the two below. */
  readonly endsAt: number;
  /** When the sign-in began. */
  readonly since: number;
  readonly toldAt: number | null;
}

/** The instants at which the user is told: at half its life at the earliest, so that a short sign-in is not told of at once. */
function tellings({ endsAt, since }: End): readonly number[] {
  const half = Math.max(0, (endsAt - since) / 2);
  return [...new Set(aheadMs.map((ahead) => endsAt - Math.min(ahead, half)))].sort((a, b) => a - b);
}

/** When the user is to be told next, which may have passed; infinite where everything was told. */
export function tellEndAt(end: End): number {
  const { toldAt } = end;
  return tellings(end).find((at) => toldAt === null || at > toldAt) ?? Number.POSITIVE_INFINITY;
}

/** When to look again: the first telling after `now`; infinite where there is none. */
export function nextTelling({ now, ...end }: End & { readonly now: number }): number {
  return tellings(end).find((at) => at > now) ?? Number.POSITIVE_INFINITY;
}
