import { inventedId as inventedIdFrom } from '../snowflake.ts';

/** The instant from which X counts its ids, in milliseconds since 1970. */
export const xEpochMs = 1_288_834_974_657;

/** The id of something invented on X for an instant. */
export function inventedId(at: number, seed: number): string {
  return inventedIdFrom(xEpochMs, at, seed);
}
