import { describe, expect, it } from 'vitest';
import { usageSignals } from '../../../../src/engine/platforms/meta/usage.ts';

const now = Date.UTC(2026, 10, 22, 12);
const hourMs = 3_600_000;

const signals = (headers: Readonly<Record<string, string>>) =>
  usageSignals({ headers: new Headers(headers) }, now);

describe('the usage headers of Graph', () => {
  it('leave what the busiest of their percentages leaves', () => {
    expect(signals({ 'x-app-usage': '{"call_count":28,"total_time":61,"total_cputime":25}' })).toEqual([
      { window: 'app_usage', scope: 'app', limit: 100, remaining: 39, resetAt: now + hourMs },
    ]);
  });

  it('name each use case, with the tightest of several objects', () => {
    const usage = {
      '1': [{ type: 'pages', call_count: 20, estimated_time_to_regain_access: 0 }],
      '2': [
        { type: 'pages', call_count: 84, total_time: 3, estimated_time_to_regain_access: 0 },
        { type: 'instagram', call_count: 5, estimated_time_to_regain_access: 0 },
      ],
    };
    expect(signals({ 'x-business-use-case-usage': JSON.stringify(usage) })).toMatchObject([
      { window: 'pages_usage', scope: 'account', remaining: 16 },
      { window: 'instagram_usage', remaining: 95 },
    ]);
  });

  it('leave nothing while access is to be regained', () => {
    const usage = { '1': [{ type: 'pages', call_count: 91, estimated_time_to_regain_access: 7 }] };
    expect(signals({ 'x-business-use-case-usage': JSON.stringify(usage) })).toMatchObject([
      { remaining: 0, resetAt: now + 7 * 60_000 },
    ]);
  });

  it('are never below nothing', () => {
    expect(signals({ 'x-page-usage': '{"call_count":140}' })).toMatchObject([{ remaining: 0 }]);
  });

  it.each(['', '{', '[]', 'null', '7', '{"call_count":"many"}', '{"1":[{"type":7}]}', '{"1":7}'])(
    'tell nothing where they are %j',
    (value) => {
      const told = signals({ 'x-app-usage': value, 'x-business-use-case-usage': value });
      expect(told.every(({ remaining }) => remaining === 100)).toBe(true);
    },
  );
});
