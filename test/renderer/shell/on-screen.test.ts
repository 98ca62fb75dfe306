import { expect, test } from 'vitest';
import { isOnScreen } from '../../../src/renderer/shell/on-screen.ts';
import type { Notice } from '../../../src/shared/models/event.ts';
import { workspaceId } from '../../../src/shared/models/ids.ts';

const bakery = workspaceId.parse('wsp_bakery');

const told = (kind: Notice['kind'], target: string, of: Notice['workspaceId'] = bakery): Notice => ({
  kind,
  title: '',
  body: '',
  actions: [],
  target,
  workspaceId: of,
});

test.each([
  ['failed', '/queue?section=needs_me', '/queue?section=needs_me', true],
  ['failed', '/queue?section=needs_me', '/queue', true],
  ['failed', '/queue?section=needs_me', '/queue?section=next', false],
  ['failed', '/queue?section=needs_me', '/compose', false],
  ['unknown', '/queue?delivery=dlv_1', '/queue?section=done&delivery=dlv_1', true],
  ['published', '/queue?delivery=dlv_1', '/queue?delivery=dlv_1', true],
  ['published', '/queue?delivery=dlv_1', '/queue?delivery=dlv_2', false],
  ['published', '/queue?section=done', '/queue?section=done', true],
  ['missed', '/queue?section=needs_me', '/compose', true],
  ['at_risk', '/queue?delivery=dlv_1', '/compose', true],
  ['copies', '/hold', '/compose', true],
  ['clock_wrong', '/health', '/health', true],
  ['clock_wrong', '/health', '/compose', false],
  ['test_over', '/advice?tab=tests&test=exp_1', '/advice?tab=tests&test=exp_1', true],
  ['test_over', '/advice?tab=tests&test=exp_1', '/advice?tab=tests', false],
  ['account_needs_you', '/accounts?connect=x&reconnect=acc_1', '/accounts', true],
] as const)('%s, about %s, looked at from %s', (kind, target, from, expected) => {
  const { pathname: path, searchParams: params } = new URL(from, 'app://ocma');
  expect(isOnScreen(told(kind, target), { workspaceId: bakery, path, params })).toBe(expected);
});

test('what is told of another workspace is on no screen of this one', () => {
  const place = { workspaceId: 'wsp_other', path: '/queue', params: new URLSearchParams() };
  expect(isOnScreen(told('missed', '/queue?section=needs_me'), place)).toBe(false);
  expect(isOnScreen(told('copies', '/hold'), place)).toBe(true);
});
