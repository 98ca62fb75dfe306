import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../../../src/engine/http/call.ts';
import { edgeOf, nextCursor, readEdge } from '../../../../src/engine/platforms/meta/edge.ts';
import { insightNumber, insightSum, readInsights } from '../../../../src/engine/platforms/meta/insights.ts';
import { linksOf, measureText } from '../../../../src/engine/platforms/meta/text.ts';
import { graphTime } from '../../../../src/engine/platforms/meta/timestamp.ts';

const refused = (code: 'content_rejected' | 'rate_limited'): CallResult<never> => ({
  ok: false,
  failure: { code, reach: 'refused', retryAt: null, detail: '', status: 400 },
});

/** A network that answers by what is asked for. */
const answering = (asked: string[], reply: (query: Readonly<Record<string, unknown>>) => unknown) =>
  ({
    endpoints: { authorize: '', token: '', revoke: '', api: '', upload: '' },
    prepare: () => Promise.resolve(null),
    send: (call) => {
      asked.push(String(call.query?.['metric'] ?? call.query?.['after'] ?? ''));
      const said = reply(call.query ?? {});
      return Promise.resolve(
        said === 'refused' || said === 'limited'
          ? refused(said === 'refused' ? 'content_rejected' : 'rate_limited')
          : { ok: true, data: call.answer.parse(said), status: 200, fromCache: false, readAt: 7 },
      );
    },
  }) satisfies AccountHttp;

describe('reading metrics', () => {
  const ask = { operation: 'posts.insights', path: '/1/insights', core: ['a', 'b'], optional: ['c', 'd'] };
  const knows =
    (...known: string[]) =>
    ({ metric }: Readonly<Record<string, unknown>>) => {
      const names = String(metric).split(',');
      return names.every((name) => known.includes(name))
        ? { data: names.map((name) => ({ name, period: 'day', values: [{ value: 3 }] })) }
        : 'refused';
    };
  const names = (result: Awaited<ReturnType<typeof readInsights>>) =>
    result.ok ? result.data.map(({ name }) => name) : result.failure.code;

  it('asks for the core at once and for the others one by one', async () => {
    const asked: string[] = [];
    const result = await readInsights(answering(asked, knows('a', 'b', 'd')), ask);
    expect(names(result)).toEqual(['a', 'b', 'd']);
    expect(asked).toEqual(['a,b', 'c', 'd']);
  });

  it('loses one name of the core and no other', async () => {
    const asked: string[] = [];
    expect(names(await readInsights(answering(asked, knows('b', 'c')), ask))).toEqual(['b', 'c']);
    expect(asked).toEqual(['a,b', 'a', 'b', 'c', 'd']);
  });

  it('fails where not one name is taken, and at once where the refusal is of another kind', async () => {
    expect(names(await readInsights(answering([], knows()), ask))).toBe('content_rejected');
    const asked: string[] = [];
    expect(
      names(
        await readInsights(
          answering(asked, () => 'limited'),
          ask,
        ),
      ),
    ).toBe('rate_limited');
    expect(asked).toEqual(['a,b']);
  });

  it('adds up what comes in parts or by day', () => {
    const insights = [
      { name: 'kinds', values: [{ value: { like: 4, love: 2 } }] },
      { name: 'days', values: [{ value: 4 }, { value: null }, { value: 6 }] },
      { name: 'total', total_value: { value: 9 } },
    ];
    expect(insightNumber(insights, 'kinds')).toBe(6);
    expect(insightNumber(insights, 'total')).toBe(9);
    expect(insightNumber(insights, 'days')).toBe(6);
    expect(insightNumber(insights, 'none')).toBeNull();
    expect(insightSum(insights, 'days')).toBe(10);
    expect(insightSum(insights, 'kinds')).toBeNull();
  });
});

describe('reading a list', () => {
  const entries = edgeOf(z.number());
  const list = { operation: 'posts.list', path: '/1/posts', answer: entries };

  it('follows the cursors until there is enough', async () => {
    const asked: string[] = [];
    const http = answering(asked, ({ after = '0' }) => ({
      data: [Number(after), Number(after) + 1],
      paging: { cursors: { after: String(Number(after) + 2) }, next: 'https://example.com/next' },
    }));
    expect(await readEdge(http, 5, list)).toMatchObject({ data: [0, 1, 2, 3, 4] });
    expect(asked).toEqual(['', '2', '4']);
  });

  it('ends where no further page is named, whatever the cursor', () => {
    expect(nextCursor({ data: [1], paging: { cursors: { after: 'x' } } })).toBeNull();
    expect(nextCursor({ data: [1], paging: { next: 'https://example.com/?after=y&limit=2' } })).toBe('y');
    expect(nextCursor({ data: [1] })).toBeNull();
  });
});

it.each([
  ['2026-08-01T07:00:00+0000', Date.UTC(2026, 7, 1, 7)],
  ['2026-08-01T07:00:00-0700', Date.UTC(2026, 7, 1, 14)],
  ['2026-08-01T07:00:00+00:00', Date.UTC(2026, 7, 1, 7)],
  ['1785567600', 1_785_567_600_000],
  [1_785_567_600, 1_785_567_600_000],
  ['yesterday', null],
  ['', null],
  [null, null],
])('reads the time %j', (value, at) => {
  expect(graphTime(value)).toBe(at);
});

describe('a text', () => {
  it.each([
    ['See https://example.com/a_(b).', ['https://example.com/a_(b)']],
    ['(www.example.com)', ['www.example.com']],
    ['“https://example.com/x?y=1#z”, and more', ['https://example.com/x?y=1#z']],
    ['no link at example.com', []],
  ])('has links: %j', (text, links) => {
    expect(linksOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(links);
  });

  it('is counted in characters, and what is over the limit is marked', () => {
    expect(measureText('🍞🍞🍞', 2)).toMatchObject({
      length: 3,
      valid: false,
      ranges: [{ start: 4, end: 6, reason: 'over_limit' }],
    });
  });

  it('has hashtags and mentions outside of links, and too many of them are marked', () => {
    const measured = measureText('#rye @mara https://example.com/#no a@b.example #1 #über', 100, {
      hashtags: 1,
    });
    expect(measured.entities).toMatchObject({ hashtags: ['#rye', '#über'], mentions: ['@mara'] });
    expect(measured).toMatchObject({ valid: false, ranges: [{ reason: 'too_many' }] });
  });
});
