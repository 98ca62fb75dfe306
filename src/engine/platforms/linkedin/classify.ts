import { z } from 'zod';
import type { FailureCode, RawAnswer } from '../../http/call.ts';
import { retryAfterOf } from '../../http/retry-after.ts';
import { evidence } from '../evidence.ts';
import type { Classified } from '../platform.ts';

/** LinkedIn's errors: of the API, and of OAuth (RFC 6749, section 5.2). */
const errorSchema = z.object({
  code: z.string().catch(''),
  message: z.string().catch(''),
  error: z.string().catch(''),
  error_description: z.string().catch(''),
});

/** Requests are counted by the UTC day; one that says nothing is tried again after a minute. */
const shortPauseMs = 60_000;
const dayMs = 86_400_000;

/** What the names of errors mean; numbers beside them vary. */
const named: ReadonlyMap<string, FailureCode> = new Map([
  ['EXPIRED_ACCESS_TOKEN', 'auth_expired'],
  ['REVOKED_ACCESS_TOKEN', 'auth_revoked'],
  ['INVALID_ACCESS_TOKEN', 'auth_revoked'],
  ['EMPTY_ACCESS_TOKEN', 'auth_revoked'],
  ['NONEXISTENT_VERSION', 'platform_changed'],
  ['VERSION_MISSING', 'platform_changed'],
  ['DUPLICATE_POST', 'duplicate'],
]);

/** The token endpoint's errors. */
const oauthErrors: ReadonlyMap<string, FailureCode> = new Map([
  ['invalid_grant', 'auth_revoked'],
  ['invalid_token', 'auth_revoked'],
  ['invalid_client', 'account_action_required'],
  ['unauthorized_client', 'account_action_required'],
  ['unauthorized_scope_error', 'scope_missing'],
]);

/** Reads LinkedIn's error shapes. Never throws, whatever the body. */
export const classify = (answer: RawAnswer, now: number): Classified => {
  const { status, body } = answer;
  const parsed = errorSchema.safeParse(body);
  const said = parsed.success ? parsed.data : { code: '', message: '', error: '', error_description: '' };
  const words = said.message === '' ? said.error_description : said.message;
  const original = /duplicate of (urn:li:\w+:\d+)/i.exec(words)?.[1];
  const code = codeOf(status, { ...said, words, isDuplicate: isDuplicate(body, words) });
  return {
    code,
    retryAt: retryAtOf(code, answer, now),
    detail: evidence(words),
    ...(code === 'duplicate' && original !== undefined && { existingId: original }),
    ...(code === 'quota_exhausted' && /APPLICATION/.test(words) && { limitOf: 'app' as const }),
    // LinkedIn made the post's entry and could not say what became of it.
    ...(status === 409 && { inDoubt: true as const }),
  };
};

type Said = Omit<z.infer<typeof errorSchema>, 'error_description'> & {
  readonly words: string;
  readonly isDuplicate: boolean;
};

const codeOf = (status: number, { code, error, words, isDuplicate }: Said): FailureCode => {
  const known = named.get(code) ?? oauthErrors.get(error);
  if (known !== undefined) return known;
  if (isDuplicate) return 'duplicate';
  switch (status) {
    case 400:
    case 422:
      return /urn:li:(?:image|video|document)|media/i.test(words) ? 'media_invalid' : 'content_rejected';
    case 401:
      return /revoked/i.test(words) ? 'auth_revoked' : 'auth_expired';
    case 403:
      return codeOfRefusal(words);
    case 408:
    case 409:
      return 'unavailable';
    case 413:
      return 'media_invalid';
    case 426:
      return 'platform_changed';
    case 429:
      return /\bDAY\b/.test(words) ? 'quota_exhausted' : 'rate_limited';
    default:
      if (status >= 500) return 'unavailable';
      return status >= 400 ? 'platform_refused' : 'platform_changed';
  }
};

/** A right that the app or the member lacks, or a request that LinkedIn does not know any more. */
const codeOfRefusal = (words: string): FailureCode => {
  if (/unpermitted fields/i.test(words)) return 'platform_changed';
  if (/restricted|suspended|blocked/i.test(words)) return 'account_action_required';
  return 'scope_missing';
};

const isDuplicate = (body: unknown, words: string): boolean =>
  /duplicate of urn:li:|duplicate post/i.test(words) || inputErrors(body).includes('DUPLICATE_POST');

const detailsSchema = z.object({
  errorDetails: z.object({ inputErrors: z.array(z.object({ code: z.string() })) }),
});

const inputErrors = (body: unknown): readonly string[] => {
  const parsed = detailsSchema.safeParse(body);
  return parsed.success ? parsed.data.errorDetails.inputErrors.map(({ code }) => code) : [];
};

const retryAtOf = (code: FailureCode, { headers }: RawAnswer, now: number): number | null => {
  if (code === 'quota_exhausted') return (Math.floor(now / dayMs) + 1) * dayMs;
  if (code === 'rate_limited') return retryAfterOf(headers, now) ?? now + shortPauseMs;
  return code === 'unavailable' ? retryAfterOf(headers, now) : null;
};
