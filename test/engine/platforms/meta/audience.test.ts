import { describe, expect, it } from 'vitest';
import { instagram } from '../../../../src/engine/platforms/instagram/platform.ts';
import { threads } from '../../../../src/engine/platforms/threads/platform.ts';
import { connected } from './containers/account.ts';
import type { Connected } from './containers/account.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** Asks as a program does that does not know better; answers with the status and the code of the error. */
async function ask(of: Connected, path: string, query: Readonly<Record<string, string>>) {
  const address = new URL(`${of.network.endpoints.api}${path}`);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const response = await fetch(address, { headers: { authorization: `Bearer ${of.token}` } });
  const body = (await response.json()) as { data?: unknown[]; error?: { code: number; message: string } };
  return { status: response.status, body, code: body.error?.code ?? null };
}

describe('followers of an Instagram account', () => {
  it('come by the hours since the beginning of a day that ends at midnight in California', async () => {
    const of = await connected(instagram);
    const { account } = of.part({ text: '' });
    const read = await instagram.audience.online?.read(of.http, account, of.network.now());
    if (read?.ok !== true) throw new Error(JSON.stringify(read));
    expect(read.data.length).toBeGreaterThan(25);
    for (const { startsAt, online } of read.data) {
      expect([7 * hour, 8 * hour]).toContain(startsAt % day);
      expect(online).toHaveLength(24);
      // Nothing of the last two days, and of none the network has left out.
      expect(startsAt + day).toBeLessThanOrEqual(of.network.now() - 2 * day);
      expect(online).not.toContain(null);
    }
    const [first] = read.data;
    const at = (hours: number): number => {
      const utcHour = ((first?.startsAt ?? 0) / hour + hours) % 24;
      return utcHour;
    };
    // Mara's readers sleep at two in the night of Freiburg and are there at noon.
    const asleep = first?.online.findIndex((_, index) => at(index) === 1) ?? -1;
    const awake = first?.online.findIndex((_, index) => at(index) === 11) ?? -1;
    expect(first?.online[awake]).toBeGreaterThan(5 * (first?.online[asleep] ?? 0));
  });

  it('come by country, with the stretch of time beside it', async () => {
    const of = await connected(instagram);
    const { account } = of.part({ text: '' });
    const read = await instagram.audience.countries?.read(of.http, account, of.network.now());
    if (read?.ok !== true) throw new Error(JSON.stringify(read));
    expect(read.data[0]).toMatchObject({ country: 'DE' });
    const total = read.data.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBeLessThanOrEqual(of.profile.followers ?? 0);
  });

  it.each([
    ['a retired name', { metric: 'online_followers,impressions', period: 'lifetime' }],
    ['days', { metric: 'online_followers', period: 'day' }],
    ['more than 30 days', { metric: 'online_followers', period: 'lifetime', since: '1700000000' }],
    [
      'a stretch that ended with version 20',
      {
        metric: 'follower_demographics',
        period: 'lifetime',
        metric_type: 'total_value',
        timeframe: 'last_30_days',
        breakdown: 'country',
      },
    ],
    ['no breakdown', { metric: 'follower_demographics', period: 'lifetime', metric_type: 'total_value' }],
  ])('are refused for %s', async (_, query) => {
    const of = await connected(instagram);
    expect(await ask(of, `/v26.0/${of.profile.remoteId}/insights`, query)).toMatchObject({
      status: 400,
      code: 100,
    });
  });

  it('are not told without the permission', async () => {
    const of = await connected(instagram, { scope: 'instagram_business_basic' });
    const { account } = of.part({ text: '' });
    expect(await instagram.audience.online?.read(of.http, account, of.network.now())).toMatchObject({
      ok: false,
      failure: { code: 'scope_missing' },
    });
  });
});

describe('followers of a Threads profile', () => {
  it('come by country, and not for a stretch of time', async () => {
    const of = await connected(threads);
    const { account } = of.part({ text: '' });
    const read = await threads.audience.countries?.read(of.http, account, of.network.now());
    if (read?.ok !== true) throw new Error(JSON.stringify(read));
    expect(read.data.slice(0, 2).map(({ country }) => country)).toEqual(['DE', 'CH']);
    const path = `/v1.0/${of.profile.remoteId}/threads_insights`;
    const query = { metric: 'follower_demographics', breakdown: 'country' };
    expect(await ask(of, path, { ...query, since: '1780000000' })).toMatchObject({ status: 400, code: 100 });
    expect(await ask(of, path, { metric: 'follower_demographics' })).toMatchObject({ status: 400 });
  });
});
