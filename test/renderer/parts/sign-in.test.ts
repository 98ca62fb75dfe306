import { expect, test } from 'vitest';
import { chosenAtFirst } from '../../../src/renderer/parts/sign-in/chosen-at-first.ts';
import { practicePage } from '../../../src/renderer/parts/sign-in/practice-page.ts';

const candidate = (remoteId: string, given: { unusable?: string; connected?: boolean } = {}) => ({
  remoteId,
  username: remoteId,
  displayName: remoteId,
  kind: null,
  followers: null,
  unusable: given.unusable ?? null,
  connected: given.connected ?? false,
});

test('of several accounts only those that are connected already are chosen at first', () => {
  const given = [candidate('a'), candidate('b', { connected: true }), candidate('c')];
  expect(chosenAtFirst(given)).toEqual(['b']);
});

test('the only account that can be connected is chosen at first, one that cannot never', () => {
  expect(chosenAtFirst([candidate('a'), candidate('b', { unusable: 'No role', connected: true })])).toEqual([
    'a',
  ]);
});

test('a page of a network is found at the practice network under its name', () => {
  const page = 'https://example.org/settings/app-passwords';
  expect(practicePage('http://127.0.0.1:9', 'blue', page)).toBe(
    'http://127.0.0.1:9/blue/settings/app-passwords',
  );
  expect(practicePage(null, 'blue', page)).toBeNull();
  expect(practicePage('http://127.0.0.1:9', 'blue', null)).toBeNull();
});
