import type { Database } from '../db/database.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Words } from '../words.ts';

/** From here on the clock is called wrong, in milliseconds: posts go out at the wrong time, and sign-ins fail. */
export const wrongClockMs = 2 * 60_000;
/** Where it is right again, so that it is not told twice for swinging about the edge. */
const rightClockMs = 60_000;
/** What an answer's date may be off without meaning anything: it has whole seconds. */
const slackMs = 1_000;
/** A skew that has changed by less is not written down anew. */
const stepMs = 5_000;
const agedMs = 10 * 60_000;

/** How far this machine's clock is ahead of a network's, in milliseconds; negative where it is behind. */
export interface ClockSkew {
  readonly platform: string;
  readonly skewMs: number;
  readonly seenAt: number;
}

/**
 * The skew that an answer proves: its `Date` must lie between the question and the answer. So neither a slow network nor
 * a machine that slept meanwhile looks like a wrong clock.
 */
export function skewOf(network: number, askedAt: number, answeredAt: number): number {
  if (network < askedAt - slackMs) return askedAt - network;
  if (network > answeredAt + slackMs) return answeredAt - network;
  return 0;
}

/** Remembers the newest skew; joins the caller's transaction. True once for each time that the clock goes wrong. */
export function noteSkew(
  db: Database,
  network: { readonly platform: string; readonly origin: string },
  skewMs: number,
  now: number,
): boolean {
  const key = { platform: network.platform, origin: network.origin };
  const known = db
    .sql<{ skewMs: number; seenAt: number; toldAt: number | null }>(
      `SELECT skew_ms AS skewMs, seen_at AS seenAt, told_at AS toldAt FROM clock_skew
       WHERE platform = :platform AND origin = :origin`,
    )
    .get(key);
  if (known === undefined && skewMs === 0) return false;
  const same = known !== undefined && Math.abs(known.skewMs - skewMs) < stepMs;
  if (same && Math.abs(now - known.seenAt) < agedMs) return false;
  const wrong = Math.abs(skewMs) > wrongClockMs;
  const told = known?.toldAt ?? null;
  const toldAt = wrong ? (told ?? now) : Math.abs(skewMs) < rightClockMs ? null : told;
  db.write(() =>
    db
      .sql(
        `INSERT INTO clock_skew (platform, origin, skew_ms, seen_at, told_at) VALUES (:platform, :origin, :skewMs, :now, :toldAt)
         ON CONFLICT (platform, origin) DO UPDATE SET
           skew_ms = excluded.skew_ms, seen_at = excluded.seen_at, told_at = excluded.told_at`,
      )
      .run({ ...key, skewMs, now, toldAt }),
  );
  return wrong && told === null;
}

/** The largest skew to any network, as its last answer showed it; null where every clock agrees or none was heard. */
export function clockSkew(db: Database): ClockSkew | null {
  return (
    db
      .sql<ClockSkew>(
        `SELECT platform, skew_ms AS skewMs, seen_at AS seenAt FROM clock_skew ORDER BY abs(skew_ms) DESC LIMIT 1`,
      )
      .get() ?? null
  );
}

/** The sentence that says by how much the clock is wrong. */
export function skewSentence(words: Words, platform: Platform, skewMs: number): string {
  return words(`operations.clockWrong.${skewMs > 0 ? 'ahead' : 'behind'}`, {
    count: Math.round(Math.abs(skewMs) / 60_000),
    platform: platform.card.title,
  });
}
