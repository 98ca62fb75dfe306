import { join } from 'node:path';
import { createLocalClient } from '../../src/host/local-client.ts';
import { openOwnedHost } from '../../src/host/owned-host.ts';
import type { OwnedHost } from '../../src/host/owned-host.ts';
import type { ContractClient } from '../../src/host/ownership/owner-client.ts';
import type { Account } from '../../src/shared/models/account.ts';
import type { WorkspaceId } from '../../src/shared/models/ids.ts';
import { allow } from '../support/allow.ts';
import { openBull } from './bull.ts';
import { accessTokenFor } from './own-token.ts';
import { withRedis } from './redis.ts';
import type { Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { measured } from './statistics.ts';

/** Each may post a hundred times in a quarter of an hour, so no limit comes into play. */
const people = ['mara_bakes', 'harbourcoffee', 'tobi_repairs'];
const postsEach = 15;
const runs = 3;

/**
 * Posts that are due at once, from three accounts to the practice network, in order within an account: the app with its
 * ledger, and BullMQ with a queue of one at a time for each account that makes the same request and keeps nothing.
 */
export async function measurePublishing(): Promise<readonly Row[]> {
  return await withScratch(async (directory) => {
    const host = await openOwnedHost({
      dataDirectory: join(directory, 'data'),
      kind: 'web',
      env: process.env,
    });
    if (host === null) throw new Error('The data directory is in use.');
    try {
      const client = createLocalClient(host.engine.router, { actor: 'user' });
      const { workspace, url } = await client.practice.start({ timeZone: 'UTC' });
      if (workspace === null || url === null) throw new Error('The practice network did not start.');
      const accounts: Account[] = [];
      for (const person of people) accounts.push(await connect(host, client, workspace.id, person));
      const ours: number[] = [];
      for (let run = 0; run < runs; run += 1)
        ours.push(await publish(host, client, workspace.id, accounts, run));
      const bull = await withRedis(join(directory, 'redis'), 'always', async (port) => {
        const tokens: string[] = [];
        for (const person of people) tokens.push(await accessTokenFor(client, workspace.id, person));
        const rates: number[] = [];
        for (let run = 0; run < runs; run += 1) rates.push(await publishByBull(port, url, tokens, run));
        return rates;
      });
      return [
        {
          name: 'publish to the practice network, 3 accounts',
          unit: 'posts/s',
          measured: measured(ours),
          yardsticks: [{ name: 'BullMQ, every write synced, no ledger', measured: measured(bull) }],
        },
      ];
    } finally {
      await host.close();
    }
  });
}

async function connect(
  host: OwnedHost,
  client: ContractClient,
  workspaceId: WorkspaceId,
  person: string,
): Promise<Account> {
  const flow = await client.accounts.connect({ workspaceId, platform: 'x', openBrowser: false });
  const ended = until(host, async () => {
    const { status } = await client.accounts.connection({ id: flow.id });
    return status !== 'waiting' && status !== 'exchanging';
  });
  await allow(flow.authorizeUrl, person);
  await ended;
  const { account, problem } = await client.accounts.connection({ id: flow.id });
  if (account === null)
    throw new Error(`${person} is not connected: ${problem?.message ?? 'no reason given'}`);
  return account;
}

async function publish(
  host: OwnedHost,
  client: ContractClient,
  workspaceId: WorkspaceId,
  accounts: readonly Account[],
  run: number,
): Promise<number> {
  await client.system.pausePublishing({ paused: true });
  for (let index = 0; index < postsEach; index += 1) {
    for (const { id } of accounts) {
      const parts = [{ text: `Loaf ${index} of batch ${run} is out of the oven`, media: [] }];
      const post = await client.posts.create({ workspaceId, parts, accountIds: [id] });
      await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
    }
  }
  const before = (await client.queue.counts({ workspaceId })).done;
  const total = postsEach * accounts.length;
  const published = until(host, async () => {
    const { done, needsMe } = await client.queue.counts({ workspaceId });
    if (needsMe > 0) throw new Error('Not every post went out.');
    return done - before >= total;
  });
  const start = performance.now();
  await client.system.pausePublishing({ paused: false });
  await published;
  return (total * 1_000) / (performance.now() - start);
}

/** Asks anew after each change until it is so. */
function until(host: OwnedHost, isSo: () => Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    const unsubscribe = host.engine.events.subscribe(() => void look());
    const look = async (): Promise<void> => {
      try {
        if (!(await isSo())) return;
        resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      unsubscribe();
    };
  });
}

async function publishByBull(
  port: number,
  url: string,
  tokens: readonly string[],
  run: number,
): Promise<number> {
  const queues = await Promise.all(tokens.map((_, index) => openBull(port, `publish-${run}-${index}`)));
  for (const { queue } of queues) {
    for (let index = 0; index < postsEach; index += 1)
      await queue.add('post', { text: `Bun ${index} of tray ${run} is out of the oven` });
  }
  const start = performance.now();
  await Promise.all(
    queues.map((bull, index) =>
      bull.run(postsEach, 1, async (job) => {
        const response = await fetch(`${url}/2/tweets`, {
          method: 'POST',
          headers: { authorization: `Bearer ${tokens[index]}`, 'content-type': 'application/json' },
          body: JSON.stringify(job.data),
        });
        if (response.status !== 201) throw new Error(`The practice network answered ${response.status}.`);
        await response.text();
      }),
    ),
  );
  const rate = (postsEach * tokens.length * 1_000) / (performance.now() - start);
  for (const bull of queues) await bull.close();
  return rate;
}
