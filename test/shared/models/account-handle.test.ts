import { describe, expect, test } from 'vitest';
import { handleBeside, handleOf } from '../../../src/shared/models/account-handle.ts';

describe('how an account is called', () => {
  test.each([
    ['a handle', { username: 'mara_bakes', displayName: 'Mara Linden' }, '@mara_bakes', '@mara_bakes'],
    [
      'a handle with its server',
      { username: 'mara@example.social', displayName: 'M' },
      '@mara@example.social',
      '@mara@example.social',
    ],
    [
      'a name in the place of a handle',
      { username: 'Mara Linden', displayName: 'Mara Linden' },
      'Mara Linden',
      '',
    ],
    ['the number of a page', { username: '104938571', displayName: 'Linden Bakery' }, 'Linden Bakery', ''],
    ['nothing', { username: '', displayName: 'Linden Bakery' }, 'Linden Bakery', ''],
  ])('by %s', (_, account, called, beside) => {
    expect(handleOf(account)).toBe(called);
    expect(handleBeside(account)).toBe(beside);
  });

  test('by what is known, where the name is not', () => {
    expect(handleOf({ username: 'Mara Linden' })).toBe('Mara Linden');
  });
});
