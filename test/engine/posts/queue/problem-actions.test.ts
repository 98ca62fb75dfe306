import { expect, test } from 'vitest';
import { actionsFor, signInCodes } from '../../../../src/engine/posts/queue/problem-actions.ts';
import type { ProblemFacts } from '../../../../src/engine/posts/queue/problem-actions.ts';
import { failureCodes } from '../../../../src/engine/http/call.ts';
import { accountId } from '../../../../src/shared/models/ids.ts';

const facts: ProblemFacts = {
  state: 'failed',
  code: 'unavailable',
  accountId: accountId.parse('acc'),
  connected: true,
  editable: true,
  waitsUntil: null,
  tooLong: null,
  mediaPart: null,
  creditsUrl: null,
};
const kinds = (more: Partial<ProblemFacts>): string =>
  actionsFor({ ...facts, ...more })
    .map(({ kind }) => kind)
    .join(' ');

test('what mends the cause comes first, giving up last', () => {
  expect(kinds({})).toBe('retry edit drop');
  expect(kinds({ code: 'auth_revoked', connected: false })).toBe('reconnect retry edit drop');
  expect(kinds({ code: 'auth_revoked' })).toBe('retry edit drop');
  expect(kinds({ code: 'duplicate' })).toBe('edit retry drop');
  expect(kinds({ code: 'content_rejected', tooLong: { part: 1, over: 12 } })).toBe('shorten retry drop');
  expect(kinds({ code: 'media_invalid', mediaPart: 0 })).toBe('replace_media retry drop');
  expect(kinds({ code: 'media_invalid' })).toBe('edit retry drop');
  expect(kinds({ code: 'rate_limited', waitsUntil: 5 })).toBe('wait retry edit drop');
  expect(kinds({ code: 'credits_exhausted' })).toBe('add_credits retry edit drop');
  expect(kinds({ code: 'spending_cap' })).toBe('raise_cap retry edit drop');
  expect(kinds({ code: 'parent_unknown' })).toBe('drop');
  expect(kinds({ state: 'unknown', code: 'unknown_outcome' })).toBe('settle look_again drop');
  expect(kinds({ state: 'missed', code: 'held_passed' })).toBe('publish_now next_slot edit drop');
  expect(kinds({ state: 'publishing', waitsUntil: 5 })).toBe('wait');
});

test('what has begun to go out is not edited', () => {
  for (const code of failureCodes)
    expect(
      kinds({ code, editable: false, tooLong: { part: 0, over: 1 }, mediaPart: 0, connected: false }),
    ).not.toMatch(/\bedit|shorten|replace/);
});

test('a failure of any code can be tried again or dropped', () => {
  for (const code of [...failureCodes, 'internal', 'brand_new_code'])
    expect(kinds({ code })).toMatch(/retry.*drop$/);
});

test('signing in mends what the failure policy says it does', () => {
  expect(signInCodes.toSorted()).toEqual(['auth_expired', 'auth_revoked', 'not_connected', 'scope_missing']);
});
