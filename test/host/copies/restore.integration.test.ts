import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../support/database.ts';
import { end } from '../support/command.ts';
import { command, connectPractice, schedule, serve, until } from './installation.ts';

const hour = 60 * 60_000;

/** Wall-clock time in Berlin, as the contract takes it. */
function local(instant: number): string {
  return new Date(instant)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })
    .replace(' ', 'T')
    .slice(0, 16);
}

test('a running app goes back to a copy by a command, with its threads, and asks about what did not go out', async () => {
  const root = temporaryDirectory();
  const data = join(root, 'data');
  const state = join(root, 'state');
  const first = await serve(data, { state });
  const at = await connectPractice(first.client);
  const due = Date.now() + 2 * hour;
  const id = await schedule(first.client, at, 'Due in two hours', {
    kind: 'at',
    local: local(due),
    timeZone: 'Europe/Berlin',
  });
  const copy = await first.client.copies.make({});
  await first.client.system.pausePublishing({ paused: true });
  await end(first.child);

  const later = await serve(data, { state, aheadMs: 3 * hour });
  await later.client.accounts.check({ workspaceId: at.workspaceId, id: at.account.id });
  const restored = await command(['restore', copy.name, '--data', data], { state, aheadMs: 3 * hour });
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  const hold = await until(
    () => later.client.copies.hold({}),
    (answer) => answer?.state === 'ready',
  );
  expect(hold).toMatchObject({
    reason: 'restored',
    undecided: [{ id, state: 'missed', problem: { code: 'held_passed' } }],
  });
  await expect(later.client.system.pausePublishing({ paused: false })).rejects.toMatchObject({
    code: 'publishing_held',
  });
  await end(later.child);

  const offline = await command(['call', 'copies.hold', '--data', data], { state, aheadMs: 3 * hour });
  expect(JSON.parse(offline.stdout)).toMatchObject({ reason: 'restored' });
}, 120_000);
