import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { WorkspaceId } from '../../../src/shared/models/ids.ts';
import { connectPerson } from '../../crash/networks/connecting.ts';
import { instagram } from '../../networks/instagram.ts';
import type { NetworkSeed } from '../../networks/seed.ts';
import { youtube } from '../../networks/youtube.ts';
import { startWorld } from '../../support/engine-world.ts';

const day = 86_400_000;
/** A Tuesday at nine in Berlin. */
const start = Date.UTC(2027, 1, 2, 8);

async function following(seed: NetworkSeed, person: string, at = start) {
  const world = await startWorld({ start: at });
  const { client, workspaceId } = world;
  const about = { workspaceId, platform: seed.platform.name, person };
  const account = await connectPerson(world, about, seed.connect);
  await world.drain('background');
  const accountId = account.id;
  return {
    world,
    account,
    read: (zone?: string, workspace: WorkspaceId = workspaceId) =>
      client.audience.followers({
        workspaceId: workspace,
        accountId,
        ...(zone === undefined ? {} : { zone }),
      }),
    setZone: (zone: string | null) => client.audience.setZone({ workspaceId, accountId, zone }),
  };
}

describe('followers', () => {
  test('are known with their hours in any zone, their countries and the zone that most are in', async () => {
    const { read, world } = await following(instagram, 'tobi_repairs');
    const berlin = await read();
    expect(berlin).toMatchObject({ source: 'Instagram', zone: 'Europe/Berlin' });
    const { online, countries } = berlin;
    expect(online).toMatchObject({ status: 'known', text: null, readAt: start });
    expect(online.days).toBeGreaterThan(25);
    expect(online.note).toContain('midnight in California');
    // The newest two days are not counted yet.
    expect(online.to).toBeLessThanOrEqual(start - day);
    const counts = async (zone: string) => (await read(zone)).online.hours.map(({ online: count }) => count);
    const [utc, tokyo] = [await counts('UTC'), await counts('Asia/Tokyo')];
    expect(tokyo).toEqual([...utc.slice(15), ...utc.slice(0, 15)]);
    expect(online.hours.map(({ online: count }) => count)).toEqual([...utc.slice(23), ...utc.slice(0, 23)]);
    // Its readers are in Britain, asleep at three, and come at seven in the evening.
    expect(utc[19]).toBeGreaterThan(5 * (utc[3] ?? 0));

    expect(online.tries).toHaveLength(3);
    expect(new Set(online.tries.map(({ weekday }) => weekday)).size).toBe(3);
    for (const { hour, next, online: count, why } of online.tries) {
      expect([9, 18, 20, 22]).toContain(hour);
      expect(new Date(next).getUTCHours()).toBe(hour - 1);
      expect(next).toBeGreaterThan(start);
      expect(why).toContain(String(count));
    }

    expect(countries).toMatchObject({ status: 'known', counts: 'followers', suggested: 'Europe/London' });
    expect(countries.countries[0]).toMatchObject({ country: 'GB', zone: 'Europe/London' });
    expect(countries.clocks[0]?.countries).toEqual(['GB', 'IE']);
    expect(countries.severalClocks).toBeGreaterThan(0.15);
    const told = countries.clocks.reduce((sum, { share }) => sum + share, countries.severalClocks);
    expect(told + countries.unknown).toBeCloseTo(1);

    const other = await world.client.workspaces.create({ name: 'Other', timeZone: 'Europe/Berlin' });
    await expect(read(undefined, other.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(read('Nowhere/Land')).rejects.toMatchObject({ code: 'time_zone_unknown' });
  });

  test('are read anew each day, and what is known stays shown while that fails', async () => {
    const { read, world, account: of } = await following(instagram, 'crowd_3');
    const before = (await read()).online;
    await world.pass(day);
    await world.drain('background');
    const after = (await read()).online;
    expect(after.readAt).toBe(start + day);
    expect(after.to).toBe((before.to ?? 0) + day);

    const refused = { error: { message: 'Not for you', type: 'OAuthException', code: 10 } };
    await world.faults({
      match: { operation: 'posts.insights' },
      fault: { kind: 'status', status: 403, body: refused },
    });
    await world.pass(day);
    await world.drain('background');
    const failed = await read();
    expect(failed.online).toMatchObject({ status: 'known', readAt: start + day });
    expect(failed.online.text).toContain('does not let this app read it');
    // A question that is refused says nothing of the account.
    const [account] = await world.client.accounts.list({ workspaceId: world.workspaceId });
    expect(account?.state).toBe('connected');
    await world.faults();
    await world.pass(day);
    await world.drain('background');
    expect((await read()).online).toMatchObject({ text: null, readAt: start + 3 * day });

    await world.client.accounts.disconnect({ workspaceId: world.workspaceId, id: of.id });
    await world.pass(2 * day);
    await world.drain('background');
    const left = (await read()).online;
    expect(left).toMatchObject({ status: 'known', readAt: start + 3 * day });
    expect(left.text).toContain('not connected');
  });

  test('of a small account are not asked for, and a network that does not tell says so', async () => {
    // Before the winter they have some seventy.
    const { read, world, account } = await following(instagram, 'crowd_3', Date.UTC(2026, 5, 2, 8));
    const { online, countries } = await read();
    expect([online.status, countries.status]).toEqual(['few_followers', 'few_followers']);
    expect(online.text).toMatch(/100 followers or more. This one has \d\d\./);
    const { calls } = await world.client.system.health({});
    expect(calls.map(({ operation }) => operation)).not.toContain('users.online');
    const db = new SqliteDatabase(join(world.directory, 'data', 'ocma.db'));
    db.prepare('UPDATE account SET followers = 150 WHERE id = ?').run(account.id);
    db.close();
    expect((await read()).online).toMatchObject({ status: 'not_read', readAt: null });
    const onX = await world.connect();
    const told = await world.client.audience.followers({
      workspaceId: world.workspaceId,
      accountId: onX.id,
    });
    expect([told.online.status, told.countries.status]).toEqual(['not_told', 'not_told']);
    expect(told.online.hours).toEqual([]);
  });

  test('of a channel are views by country, and no hours', async () => {
    const { read, world, account } = await following(youtube, 'mara_bakes');
    const { online, countries } = await read();
    expect(online).toMatchObject({ status: 'not_told', hours: [], tries: [] });
    expect(countries).toMatchObject({ status: 'known', counts: 'views', suggested: 'Europe/Berlin' });
    expect(countries.total).toBeGreaterThan(0);
    expect(countries.unknown).toBeGreaterThan(0);

    // Somebody who left the box for it empty on Google's page.
    const db = new SqliteDatabase(join(world.directory, 'data', 'ocma.db'));
    db.prepare('UPDATE account SET scopes = ? WHERE id = ?').run('[]', account.id);
    db.close();
    const without = (await read()).countries;
    expect(without).toMatchObject({ status: 'known', readAt: start, total: countries.total });
    expect(without.text).toContain('yt-analytics.readonly');
  });
});

test('the zone of those who read an account is kept, and best times and hours are told in it', async () => {
  const { read, setZone, world, account } = await following(instagram, 'crowd_3');
  const { client, workspaceId } = world;
  const asked = { workspaceId, accountId: account.id };
  expect(account.audienceZone).toBeNull();
  await expect(setZone('Nowhere/Land')).rejects.toMatchObject({ code: 'time_zone_unknown' });
  expect(await setZone('Europe/London')).toMatchObject({ zone: 'Europe/London', hasOwnZone: true });
  await world.restart();
  expect((await read()).zone).toBe('Europe/London');
  expect((await client.audience.insights(asked)).zone).toBe('Europe/London');
  expect((await client.timing.best(asked)).zone).toBe('Europe/London');
  expect((await client.timing.best({ ...asked, zone: 'UTC' })).zone).toBe('UTC');
  const [kept] = await client.accounts.list({ workspaceId });
  expect(kept?.audienceZone).toBe('Europe/London');
  expect(await setZone(null)).toMatchObject({ zone: 'Europe/Berlin', hasOwnZone: false });
  expect((await client.timing.best(asked)).zone).toBe('Europe/Berlin');
});
