import { failureCodes } from './call.ts';
import type { Failure, FailureCode } from './call.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * What rests after a failure. `operation`: only calls of that name. `limited`: calls of the same kind, reads or
 * writes, of whatever the limit belongs to: the account, or its app where the network says so.
 */
export type Pauses = 'nothing' | 'operation' | 'limited' | 'account' | 'app';

/** What the user can do; `none` where OCMA goes on by itself. */
export type FixKind =
  | 'none'
  | 'add_credits'
  | 'raise_cap'
  | 'unlock_vault'
  | 'reconnect'
  | 'visit_network'
  | 'edit'
  | 'replace_media'
  | 'check_connection'
  | 'update_app'
  | 'test_account'
  | 'decide';

/** What follows from one kind of failure. */
export interface FailureRule {
  readonly code: FailureCode | 'any';
  readonly reach: readonly Failure['reach'][];
  /** `retry` with back-off, `later` without counting, `rejected` and `auth` wait for the user, `unknown` for their word. */
  readonly becomes: 'retry' | 'later' | 'rejected' | 'auth' | 'unknown';
  /** Milliseconds until it goes on where the network does not say; null where back-off or the user decides. */
  readonly restMs: number | null;
  /** For `retry`: tries in all before the user decides; null: as many as the job has. */
  readonly attempts: number | null;
  /** What rests when a read fails so, and when a write does; an upload counts as a read, since it makes no post. */
  readonly pauses: { readonly read: Pauses; readonly write: Pauses };
  readonly fix: FixKind;
  readonly reason: string;
}

const nothing = { read: 'nothing', write: 'nothing' } as const;
const held = { becomes: 'later', attempts: null, pauses: nothing, fix: 'none' } as const;
const notSent = ['not_sent'] as const;
const refused = ['refused'] as const;
const clear = ['refused', 'not_sent'] as const;

/**
 * The failure policy: what follows from each failure, by how far the request got. Every code and reach has exactly one
 * row; `any` stands for all codes. The executor, the pauses and docs/PUBLISHING.md read it, and nothing else decides.
 */
export const failurePolicy: readonly FailureRule[] = [
  {
    code: 'any',
    reach: ['unclear'],
    becomes: 'unknown',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'decide',
    reason: 'The network may have taken it. It is looked for, and never sent again without your word.',
  },
  {
    code: 'unknown_outcome',
    reach: clear,
    becomes: 'unknown',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'decide',
    reason: 'Nobody can say what became of it.',
  },
  {
    code: 'rate_limited',
    reach: refused,
    becomes: 'later',
    restMs: 15 * minuteMs,
    attempts: null,
    pauses: { read: 'operation', write: 'limited' },
    fix: 'none',
    reason: 'The network allows no more of these calls for now.',
  },
  { ...held, code: 'rate_limited', reach: notSent, restMs: 15 * minuteMs, reason: 'A limit still holds.' },
  {
    code: 'quota_exhausted',
    reach: refused,
    becomes: 'later',
    restMs: hourMs,
    attempts: null,
    pauses: { read: 'limited', write: 'limited' },
    fix: 'none',
    reason: 'The quota of the day or the month is used up.',
  },
  { ...held, code: 'quota_exhausted', reach: notSent, restMs: hourMs, reason: 'The quota is still used up.' },
  {
    code: 'credits_exhausted',
    reach: refused,
    becomes: 'later',
    restMs: hourMs,
    attempts: null,
    pauses: { read: 'app', write: 'app' },
    fix: 'add_credits',
    reason: 'The developer app has no credits left; all its accounts rest.',
  },
  {
    ...held,
    code: 'credits_exhausted',
    reach: notSent,
    restMs: hourMs,
    fix: 'add_credits',
    reason: 'There are still no credits.',
  },
  {
    code: 'spending_cap',
    reach: clear,
    becomes: 'rejected',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'raise_cap',
    reason: 'It would pass the cap that you set for the month.',
  },
  {
    ...held,
    code: 'vault_locked',
    reach: clear,
    restMs: minuteMs,
    fix: 'unlock_vault',
    reason: 'The sign-in is sealed in a vault that is locked.',
  },
  {
    code: 'auth_expired',
    reach: clear,
    becomes: 'auth',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'reconnect',
    reason: 'The sign-in has run out and could not be renewed.',
  },
  {
    code: 'auth_revoked',
    reach: clear,
    becomes: 'auth',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'reconnect',
    reason: 'The network no longer accepts the sign-in.',
  },
  {
    code: 'scope_missing',
    reach: clear,
    becomes: 'auth',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'reconnect',
    reason: 'A permission was not given.',
  },
  {
    code: 'account_action_required',
    reach: refused,
    becomes: 'auth',
    restMs: hourMs,
    attempts: null,
    pauses: { read: 'account', write: 'account' },
    fix: 'visit_network',
    reason: 'The network wants something from you first; asking again at once would make it worse.',
  },
  {
    code: 'account_action_required',
    reach: notSent,
    becomes: 'auth',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'visit_network',
    reason: 'The network still wants something from you.',
  },
  {
    code: 'content_rejected',
    reach: clear,
    becomes: 'rejected',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'edit',
    reason: 'The network refused the text.',
  },
  {
    code: 'media_invalid',
    reach: clear,
    becomes: 'rejected',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'replace_media',
    reason: 'The network refused a picture or a video.',
  },
  {
    code: 'duplicate',
    reach: clear,
    becomes: 'rejected',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'edit',
    reason: 'The account has posted the same lately.',
  },
  {
    code: 'network_unreachable',
    reach: clear,
    becomes: 'retry',
    restMs: null,
    attempts: 20,
    pauses: nothing,
    fix: 'check_connection',
    reason: 'Nothing left this machine.',
  },
  {
    code: 'unavailable',
    reach: clear,
    becomes: 'retry',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'none',
    reason: 'The network is having trouble.',
  },
  {
    ...held,
    code: 'on_hold',
    reach: clear,
    restMs: 15_000,
    reason: 'The network has failed several times in a row; one request tries, the others wait for it.',
  },
  {
    ...held,
    code: 'busy',
    reach: clear,
    restMs: 5_000,
    reason: 'Too many requests of this kind are under way.',
  },
  {
    code: 'platform_changed',
    reach: clear,
    becomes: 'retry',
    restMs: null,
    attempts: 3,
    pauses: nothing,
    fix: 'update_app',
    reason: 'The network answered in a form that nobody here understands.',
  },
  {
    code: 'platform_refused',
    reach: clear,
    becomes: 'rejected',
    restMs: null,
    attempts: null,
    pauses: nothing,
    fix: 'test_account',
    reason: 'The network refused, and would refuse again.',
  },
];

/**
 * Back-off between tries, in milliseconds: full jitter up to `firstMs`, doubled with each failure up to `capMs`. A
 * network's own wish comes first, but for one that lies further ahead than `furthestMs`.
 */
export const backOff = {
  firstMs: 15_000,
  leastMs: 1_000,
  capMs: 30 * minuteMs,
  furthestMs: 31 * 24 * hourMs,
};

const byKey = new Map(
  failurePolicy.flatMap((rule) => rule.reach.map((reach) => [`${rule.code} ${reach}`, rule] as const)),
);

/** The row for a failure. */
export function ruleOf({ code, reach }: Pick<Failure, 'code' | 'reach'>): FailureRule {
  const rule = byKey.get(`any ${reach}`) ?? byKey.get(`${code} ${reach}`);
  if (rule === undefined) throw new Error(`The failure policy has no row for ${code} that was ${reach}.`);
  return rule;
}

/** How often a failed attempt is tried in all, where the policy says so for this code; null where the job says. */
export function attemptsFor(code: string): number | null {
  const known = failureCodes.find((each) => each === code);
  return known === undefined ? null : (byKey.get(`${known} refused`)?.attempts ?? null);
}

/**
 * Codes of waits that hold for the whole account: its later posts do not overtake the one that waits. The back-off of
 * one post (`retry`) does not hold up the others.
 */
export const accountWideCodes: readonly FailureCode[] = [
  ...new Set(
    failurePolicy.flatMap(({ code, becomes }) => (code !== 'any' && becomes === 'later' ? [code] : [])),
  ),
];
