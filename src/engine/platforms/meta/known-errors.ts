import type { FailureCode } from '../../http/call.ts';

/**
 * What an error means, and how it is gone about. `inDoubt`: Graph does not know whether it acted. `restMs`: how long to
 * leave it alone where Graph does not say. `app`: the limit is the app's, not the account's.
 */
export interface KnownError {
  readonly code: FailureCode;
  readonly inDoubt?: true;
  readonly restMs?: number;
  readonly app?: true;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const rejected: KnownError = { code: 'content_rejected' };
const badMedia: KnownError = { code: 'media_invalid' };
const down: KnownError = { code: 'unavailable' };
const unsure: KnownError = { code: 'unavailable', inDoubt: true };
const userActs: KnownError = { code: 'account_action_required' };
const duplicate: KnownError = { code: 'duplicate' };
const noScope: KnownError = { code: 'scope_missing' };
const limited: KnownError = { code: 'rate_limited', restMs: 5 * minuteMs };

/** Subcodes tell more than their codes and are the same under any of them, but for those of 190. */
export const knownSubcodes: ReadonlyMap<number, KnownError> = new Map<number, KnownError>([
  [1_346_003, rejected],
  [1_349_125, badMedia],
  [1_363_047, down],
  [1_366_046, badMedia],
  [1_366_051, duplicate],
  [1_390_008, { code: 'rate_limited', restMs: 4 * hourMs }],
  [1_404_006, userActs],
  [1_404_078, userActs],
  [1_404_102, rejected],
  [1_609_008, rejected],
  [1_609_010, down],
  [2_061_006, badMedia],
  [2_069_019, badMedia],
  [4_854_002, userActs],
  [4_279_013, userActs],
  // Instagram and Threads: error codes of content publishing. What a new container mends is `unavailable`: it is made again.
  [2_207_001, unsure],
  [2_207_003, down],
  [2_207_004, badMedia],
  [2_207_005, badMedia],
  [2_207_006, down],
  [2_207_008, down],
  [2_207_009, badMedia],
  [2_207_010, rejected],
  [2_207_020, down],
  [2_207_023, badMedia],
  [2_207_026, badMedia],
  [2_207_027, down],
  [2_207_028, badMedia],
  [2_207_032, down],
  [2_207_035, rejected],
  [2_207_036, rejected],
  [2_207_037, rejected],
  [2_207_040, rejected],
  [2_207_042, { code: 'quota_exhausted', restMs: 24 * hourMs }],
  [2_207_050, userActs],
  [2_207_051, userActs],
  [2_207_052, badMedia],
  [2_207_053, down],
  [2_207_057, badMedia],
  [2_207_076, down],
  [2_207_077, down],
  [2_207_081, rejected],
  [2_207_082, down],
]);

/** What a code means where no subcode of it is known. */
export const knownCodes: ReadonlyMap<number, KnownError> = new Map<number, KnownError>([
  [-2, down],
  [-1, unsure],
  [1, unsure],
  [2, unsure],
  [3, noScope],
  [4, { ...limited, app: true }],
  [9, limited],
  [10, noScope],
  [17, limited],
  [24, badMedia],
  [25, userActs],
  [32, limited],
  [100, rejected],
  [324, badMedia],
  [341, { code: 'rate_limited', restMs: hourMs }],
  [352, badMedia],
  [368, userActs],
  [506, duplicate],
  [613, limited],
  // A path that this version of Graph does not have.
  [2_500, { code: 'platform_changed' }],
  [9_004, badMedia],
  [9_007, down],
  [36_000, badMedia],
  [36_001, badMedia],
  [36_003, badMedia],
  [36_004, rejected],
  [80_001, limited],
  [80_002, limited],
]);

/** The subcodes of 190 and 102 where the user has to do something at Facebook or Instagram before signing in helps. */
export const checkpoints: ReadonlySet<number> = new Set([459, 464]);

/** The subcode of 190 that stands for all ends of a session, the end of its time among them. */
export const sessionEnded = 463;
