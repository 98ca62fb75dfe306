import { expect, test } from 'vitest';
import { evidenceOf } from '../../../src/engine/posts/publish/evidence.ts';
import { setStandingAnswer } from '../../../src/engine/posts/publish/standing-answer.ts';
import { modelNetwork } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';

const list = modelNetwork('list_and_match');
const duplicates = modelNetwork('duplicate_answer');
const create = (nth: number) => ({ operation: 'posts.create', nth });

test('the evidence of an unclear send: what was sent, what was answered, and what the network shows now', async () => {
  const world = await startModelWorld(list);
  for (const text of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven']) {
    await world.scheduled(text);
    await world.drain();
    world.pass(5_000);
  }
  world.model.faults([{ match: create(1), fault: { kind: 'status', status: 502, message: 'Bad gateway' } }]);
  const id = await world.scheduled('Did it arrive');
  const sentAt = world.clock.now();
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('unknown');
  const evidence = world.read((db) => evidenceOf({ db }, world.workspaceId, world.deliveryId(id)));
  expect(evidence).toMatchObject({
    part: 0,
    sent: { text: 'Did it arrive', mediaCount: 0, at: sentAt, firstAt: sentAt },
    failures: [{ at: sentAt, code: 'unknown_outcome', status: 502, detail: 'Bad gateway', reach: 'unclear' }],
  });
  expect(evidence?.readings).toHaveLength(3);
  const last = evidence?.readings.at(-1);
  expect(last).toMatchObject({ means: 'list_and_match', found: false, seen: 7, ambiguous: false });
  expect(last?.nearest.map((post) => post.text)).toEqual(['Three', 'Four', 'Five', 'Six', 'Seven']);
});

test('a reading that fails is not a reading', async () => {
  const world = await startModelWorld(list);
  world.model.faults([
    { match: create(1), fault: { kind: 'accept_then_reset' } },
    { match: { operation: 'posts.list', nth: 1, times: 4 }, fault: { kind: 'status', status: 503 } },
  ]);
  const id = await world.scheduled('Look again');
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
});

test('a list that lags longer than the first readings is read until the last', async () => {
  const world = await startModelWorld(list);
  world.model.faults([
    { match: create(1), fault: { kind: 'accept_then_reset' } },
    { match: { operation: 'posts.list' }, fault: { kind: 'lag_listings', ms: 90_000 } },
  ]);
  const id = await world.scheduled('Slow to show');
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
});

test('one network post settles one of two deliveries with the same words, not both', async () => {
  const world = await startModelWorld(list);
  world.model.faults([
    { match: create(1), fault: { kind: 'reset_before' } },
    { match: create(2), fault: { kind: 'accept_then_reset' } },
  ]);
  const first = await world.scheduled('Same words');
  await world.settleAll();
  expect((await world.delivery(first)).state).toBe('unknown');
  const second = await world.scheduled('Same words');
  await world.settleAll();
  // One post, two sends that may have made it: nobody can say whose it is.
  expect((await world.delivery(second)).state).toBe('unknown');
  await world.client.queue.settle({ workspaceId: world.workspaceId, id: first, answer: 'drop' });
  expect(world.model.truth()).toHaveLength(1);
});

test('a post of the same words from before the send is not taken for it', async () => {
  const world = await startModelWorld(list);
  const first = await world.scheduled('Said before');
  await world.drain();
  world.pass(20_000);
  world.model.faults([{ match: create(1), fault: { kind: 'reset_before' } }]);
  const second = await world.scheduled('Said before');
  await world.settleAll();
  expect((await world.delivery(first)).state).toBe('published');
  expect((await world.delivery(second)).state).toBe('unknown');
  expect(world.model.truth()).toHaveLength(1);
});

test('a duplicate refused because of an older post is not taken for the send', async () => {
  const world = await startModelWorld(duplicates);
  await world.scheduled('Said before');
  await world.drain();
  world.pass(300_000);
  world.model.faults([{ match: create(1), fault: { kind: 'reset_before' } }]);
  const second = await world.scheduled('Said before');
  await world.settleAll();
  expect((await world.delivery(second)).state).toBe('unknown');
  expect(world.model.truth()).toHaveLength(1);
});

test('after “send again” a refused duplicate leads to the first send, which did arrive', async () => {
  const world = await startModelWorld(duplicates);
  world.model.faults([
    { match: create(1), fault: { kind: 'accept_late', ms: 400_000 } },
    { match: create(2), fault: { kind: 'status', status: 500 } },
  ]);
  const id = await world.scheduled('Late to arrive');
  void world.drain();
  await world.model.arrived('posts.create', 1);
  await world.crash();
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('unknown');
  world.pass(400_000);
  await world.model.quiet();
  await world.client.queue.settle({ workspaceId: world.workspaceId, id, answer: 'send_again' });
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
  expect(world.model.truth()).toHaveLength(1);
});

test.each([
  { answer: 'send_again', state: 'published', out: 1 },
  { answer: 'drop', state: 'cancelled', out: 0 },
  { answer: 'ask', state: 'unknown', out: 0 },
] as const)('decided once for the account: $answer', async ({ answer, state, out }) => {
  const world = await startModelWorld(list);
  world.write((ledger) =>
    setStandingAnswer(ledger, { workspaceId: world.workspaceId, actor: 'user' }, world.accountId, answer),
  );
  world.model.faults([{ match: create(1), fault: { kind: 'reset_before' } }]);
  const id = await world.scheduled('Decided before');
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe(state);
  expect(world.model.truth()).toHaveLength(out);
  const { events } = await world.client.queue.get({ workspaceId: world.workspaceId, id });
  expect(events.some((event) => event.actor === 'standing_rule')).toBe(answer !== 'ask');
});

test('a standing “send again” is used once for a post; after that the user is asked', async () => {
  const world = await startModelWorld(list);
  world.write((ledger) =>
    setStandingAnswer(
      ledger,
      { workspaceId: world.workspaceId, actor: 'user' },
      world.accountId,
      'send_again',
    ),
  );
  world.model.faults([{ match: { operation: 'posts.create' }, fault: { kind: 'reset_before' } }]);
  const id = await world.scheduled('Never arrives');
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('unknown');
});

test.each([list, duplicates])(
  'by $means: what was there before the send, by another hand, is not taken for it',
  async (network) => {
    const world = await startModelWorld(network);
    const answer = await fetch(`${world.model.url}/${network.name}/posts`, {
      method: 'POST',
      headers: { authorization: 'Bearer token-of-ada', 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Said by hand', media: 0, inReplyTo: null, key: null, handle: null }),
    });
    expect(answer.ok).toBe(true);
    const [before] = world.model.truth();
    // As the reading of the account's own posts keeps them.
    world.write(({ db, clock }) =>
      db.write(() =>
        db
          .sql(`INSERT INTO remote_post (id, workspace_id, account_id, remote_id, text, published_at, first_seen_at)
            VALUES ('seen_before', :workspaceId, :accountId, :remoteId, 'Said by hand', :now, :now)`)
          .run({
            workspaceId: world.workspaceId,
            accountId: world.accountId,
            remoteId: before?.id ?? '',
            now: clock.now(),
          }),
      ),
    );
    world.pass(20_000);
    world.model.faults([{ match: create(1), fault: { kind: 'reset_before' } }]);
    const id = await world.scheduled('Said by hand');
    await world.settleAll();
    expect((await world.delivery(id)).state).toBe('unknown');
    expect(world.model.truth()).toHaveLength(1);
  },
);

test('a first send that lands after it was sent again is not taken for a later post of the same words', async () => {
  const world = await startModelWorld(list);
  const { client, workspaceId } = world;
  world.model.faults([
    { match: create(1), fault: { kind: 'accept_late', ms: 420_000 } },
    { match: create(3), fault: { kind: 'reset_before' } },
  ]);
  const first = await world.scheduled('Same words');
  void world.drain();
  await world.model.arrived('posts.create', 1);
  await world.crash();
  await world.settleAll();
  expect((await world.delivery(first)).state).toBe('unknown');
  await client.queue.settle({ workspaceId, id: first, answer: 'send_again' });
  await world.settleAll();
  expect((await world.delivery(first)).state).toBe('published');
  world.pass(60_000);
  const second = await world.scheduled('Same words');
  await world.drain();
  world.pass(60_000);
  await world.model.quiet();
  expect(world.model.truth()).toHaveLength(2);
  await world.settleAll();
  expect((await world.delivery(second)).state).toBe('unknown');
});

test('a network that refuses and says to come back at once is not asked without a break', async () => {
  const world = await startModelWorld(list);
  world.model.faults([
    { match: { operation: 'posts.create', nth: 1, times: 40 }, fault: { kind: 'rate_limit', resetInMs: 0 } },
  ]);
  const id = await world.scheduled('Patience');
  await world.drain();
  const { nextAttemptAt } = await world.delivery(id);
  expect(nextAttemptAt).toBeGreaterThan(world.clock.now());
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
});
