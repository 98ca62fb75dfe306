import { describe, expect, it } from 'vitest';
import { x } from '../../../../src/engine/platforms/x/platform.ts';

const signals = (headers: Record<string, string>) =>
  x.rateSignals({ status: 200, body: null, headers: new Headers(headers) }, 'posts.create');

describe('rate-limit headers of X', () => {
  it('tell of the window of the endpoint', () => {
    const headers = {
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': '99',
      'x-rate-limit-reset': '1795000000',
    };
    expect(signals(headers)).toEqual([
      { window: 'posts.create', scope: 'account', limit: 100, remaining: 99, resetAt: 1_795_000_000_000 },
    ]);
  });

  it('tell of the day, for the user and for the app', () => {
    const headers = {
      'x-user-limit-24hour-limit': '100',
      'x-user-limit-24hour-remaining': '7',
      'x-user-limit-24hour-reset': '1795000001',
      'x-app-limit-24hour-limit': '10000',
      'x-app-limit-24hour-remaining': '0',
      'x-app-limit-24hour-reset': '1795000002',
    };
    expect(signals(headers)).toEqual([
      {
        window: 'posts.create user_24h',
        scope: 'account',
        limit: 100,
        remaining: 7,
        resetAt: 1_795_000_001_000,
      },
      {
        window: 'posts.create app_24h',
        scope: 'app',
        limit: 10_000,
        remaining: 0,
        resetAt: 1_795_000_002_000,
      },
    ]);
  });

  it.each([
    [{}],
    [{ 'x-rate-limit-remaining': '5' }],
    [{ 'x-rate-limit-reset': '1795000000' }],
    [{ 'x-rate-limit-remaining': 'many', 'x-rate-limit-reset': '1795000000' }],
    [{ 'x-rate-limit-remaining': '-1', 'x-rate-limit-reset': '1795000000' }],
    [{ 'x-rate-limit-remaining': '1', 'x-rate-limit-reset': '' }],
  ])('tell nothing when they are %j', (headers) => {
    expect(signals(headers)).toEqual([]);
  });

  it('do without the limit itself', () => {
    expect(signals({ 'x-rate-limit-remaining': '5', 'x-rate-limit-reset': '1795000000' })).toMatchObject([
      { limit: null, remaining: 5 },
    ]);
  });
});
