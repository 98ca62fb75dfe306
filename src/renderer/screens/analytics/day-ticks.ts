import { instantOf, localOf } from '../../zoned.ts';

const day = 86_400_000;

/**
 * The beginnings of days in a zone between two instants, at most `most` of them and evenly apart, for the time axis of
 * a chart. Empty for a span that holds fewer than two.
 */
export function dayTicks(from: number, to: number, timeZone: string, most: number): number[] {
  const starts: number[] = [];
  for (let at = from; at <= to + day; at += day) {
    const start = instantOf(`${localOf(at, timeZone).slice(0, 10)}T00:00`, timeZone);
    if (start >= from && start <= to && start !== starts.at(-1)) starts.push(start);
  }
  if (starts.length < 2) return [];
  const step = Math.ceil(starts.length / most);
  return starts.filter((_, index) => index % step === 0);
}
