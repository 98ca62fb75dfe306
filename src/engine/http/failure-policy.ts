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
const plain = { restMs: null, attempts: null, pauses: nothing } as const;
const again = { ...plain, becomes: 'retry' } as const;
const held = { ...plain, becomes: 'later', fix: 'none' } as const;
const stops = { ...plain, becomes: 'rejected' } as const;
const needsUser = { ...plain, becomes: 'auth' } as const;
const undecided = { ...plain, becomes: 'unknown', fix: 'decide' } as const;
const notSent = ['not_sent'] as const;
const refused = ['refused'] as const;
const clear = ['refused', 'not_sent'] as const;

/**
 * The failure policy: what follows from each failure, by how far the request got. Every code and reach has exactly one
 * row; `any` stands for all codes. The executor, the pauses and docs/PUBLISHING.md read it, and nothing else decides.
 */
export const failurePolicy: readonly FailureRule[] = [
  {
    ...undecided,
    code: 'any',
    reach: ['unclear'],
    reason: 'The network may have taken it. It is looked for, and never sent again without your word.',
  },
  { ...undecided, code: 'unknown_outcome', reach: clear, reason: 'Nobody can say what became of it.' },
  {
    ...held,
    code: 'rate_limited',
    reach: refused,
    restMs: 15 * minuteMs,
    pauses: { read: 'operation', write: 'limited' },
    reason: 'The network allows no more of these calls for now.',
  },
  { ...held, code: 'rate_limited', reach: notSent, restMs: 15 * minuteMs, reason: 'A limit still holds.' },
  {
    ...held,
    code: 'quota_exhausted',
    reach: refused,
    restMs: hourMs,
    pauses: { read: 'limited', write: 'limited' },
    reason: 'The quota of the day or the month is used up.',
  },
  { ...held, code: 'quota_exhausted', reach: notSent, restMs: hourMs, reason: 'The quota is still used up.' },
  {
    ...held,
    code: 'credits_exhausted',
    reach: refused,
    restMs: hourMs,
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
    ...stops,
    code: 'spending_cap',
    reach: clear,
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
    ...needsUser,
    code: 'auth_expired',
    reach: clear,
    fix: 'reconnect',
    reason: 'The sign-in has run out and could not be renewed.',
  },
  {
    ...needsUser,
    code: 'auth_revoked',
    reach: clear,
    fix: 'reconnect',
    reason: 'The network no longer accepts the sign-in.',
  },
  {
    ...needsUser,
    code: 'scope_missing',
    reach: clear,
    fix: 'reconnect',
    reason: 'A permission was not given.',
  },
  {
    ...needsUser,
    code: 'account_action_required',
    reach: refused,
    restMs: hourMs,
    pauses: { read: 'account', write: 'account' },
    fix: 'visit_network',
    reason: 'The network wants something from you first; asking again at once would make it worse.',
  },
  {
    ...needsUser,
    code: 'account_action_required',
    reach: notSent,
    fix: 'visit_network',
    reason: 'The network still wants something from you.',
  },
  { ...stops, code: 'content_rejected', reach: clear, fix: 'edit', reason: 'The network refused the text.' },
  {
    ...stops,
    code: 'media_invalid',
    reach: clear,
    fix: 'replace_media',
    reason: 'The network refused a picture or a video.',
  },
  {
    ...stops,
    code: 'duplicate',
    reach: clear,
    fix: 'edit',
    reason: 'The account has posted the same lately.',
  },
  {
    ...again,
    code: 'network_unreachable',
    reach: clear,
    attempts: 20,
    fix: 'check_connection',
    reason: 'Nothing left this machine.',
  },
  { ...again, code: 'unavailable', reach: clear, fix: 'none', reason: 'The network is having trouble.' },
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
    ...again,
    code: 'platform_changed',
    reach: clear,
    attempts: 3,
    fix: 'update_app',
    reason: 'The network answered in a form that nobody here understands.',
  },
  {
    ...stops,
    code: 'platform_refused',
    reach: clear,
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

const byKey = new Map<string, FailureRule>(
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
  return byKey.get(`${code} refused`)?.attempts ?? null;
}
