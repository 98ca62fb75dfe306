import type { FailureCode } from '../../../http/call.ts';
import type { Problem } from './problem.ts';

/** What the older numbered errors mean (X API: error codes; confirmed by published clients). */
export const numberedErrors: ReadonlyMap<number, FailureCode> = new Map([
  [32, 'auth_expired'],
  [63, 'account_action_required'],
  [64, 'account_action_required'],
  [88, 'rate_limited'],
  [89, 'auth_expired'],
  [130, 'unavailable'],
  [131, 'unavailable'],
  [185, 'quota_exhausted'],
  [186, 'content_rejected'],
  [187, 'duplicate'],
  [215, 'auth_expired'],
  [220, 'scope_missing'],
  [226, 'account_action_required'],
  [261, 'account_action_required'],
  [323, 'media_invalid'],
  [324, 'media_invalid'],
  [325, 'media_invalid'],
  [326, 'account_action_required'],
  [385, 'content_rejected'],
  [415, 'account_action_required'],
  [433, 'content_rejected'],
]);

/** What the last segment of a problem's type means. */
const problemTypes: ReadonlyMap<string, FailureCode> = new Map([
  ['credits-depleted', 'credits_exhausted'],
  ['usage-capped', 'quota_exhausted'],
  ['rate-limit-exceeded', 'rate_limited'],
  ['user-suspended', 'account_action_required'],
  ['client-forbidden', 'account_action_required'],
  ['client-disconnected', 'unavailable'],
  ['oauth1-permissions', 'scope_missing'],
  ['unsupported-authentication', 'auth_revoked'],
  ['invalid-request', 'content_rejected'],
  ['duplicate-rules', 'platform_refused'],
  ['resource-not-found', 'platform_refused'],
  ['service-unavailable', 'unavailable'],
]);

/**
 * The meaning of a problem's type; undefined where the type says nothing certain. Beside data (status 200)
 * `not-authorized…` speaks of one thing asked for, elsewhere of the token's scopes.
 */
export const codeOfType = (type: string | null, status: number): FailureCode | undefined => {
  if (type === null) return undefined;
  const known = problemTypes.get(type);
  if (known !== undefined) return known;
  if (!/^(?:oauth2-|not-authorized)/.test(type)) return undefined;
  return status < 400 ? 'platform_refused' : 'scope_missing';
};

/** The token endpoint's errors (RFC 6749, section 5.2). X answers a spent refresh token with `invalid_request`. */
export const tokenErrors: ReadonlyMap<string, FailureCode> = new Map([
  ['invalid_request', 'auth_revoked'],
  ['invalid_grant', 'auth_revoked'],
  ['invalid_token', 'auth_revoked'],
  ['access_denied', 'auth_revoked'],
  ['invalid_client', 'account_action_required'],
  ['unauthorized_client', 'account_action_required'],
  ['invalid_scope', 'scope_missing'],
]);

/** Refusals that X words but does not number; matched in lower case, first match counts. */
const refusals: readonly { readonly words: RegExp; readonly code: FailureCode }[] = [
  { words: /duplicate content|status is a duplicate/, code: 'duplicate' },
  {
    words: /credits? (?:are )?depleted|out of credits|spend(?:ing)? (?:limit|cap)/,
    code: 'credits_exhausted',
  },
  { words: /looks? like (?:it might be )?automated|automated request/, code: 'account_action_required' },
  { words: /suspended|temporarily locked|account is locked/, code: 'account_action_required' },
  { words: /video longer than|media id|media_ids|invalid media/, code: 'media_invalid' },
  { words: /cashtag/, code: 'content_rejected' },
  { words: /reply to this conversation|not been mentioned|quoting this post/, code: 'content_rejected' },
  { words: /not permitted to perform this action/, code: 'content_rejected' },
];

/** The meaning of X's words where nothing else tells; undefined where the words are not known. */
export const codeOfWords = ({ words }: Problem): FailureCode | undefined =>
  refusals.find((refusal) => refusal.words.test(words))?.code;
