import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { describeLatePosts } from '../../src/host/late-posts.ts';
import { awakeCommand, createPowerPort } from '../../src/host/power.ts';
import { accountId, deliveryId, workspaceId } from '../../src/shared/models/ids.ts';

const post = (index: number) => ({
  deliveryId: deliveryId.parse(`dlv_${index}`),
  workspaceId: workspaceId.parse('wsp'),
  accountId: accountId.parse('acc'),
  at: Date.UTC(2026, 10, 22, 20, 30 + index),
  platform: 'x',
  username: 'mara',
  excerpt: `Buns\nnumber ${index}`,
});
const times = new Intl.DateTimeFormat('en', {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

test('posts that would be late are named, five of them, and the rest are counted', () => {
  expect(describeLatePosts({ deliveries: [], total: 0 })).toBeNull();
  const one = describeLatePosts({ deliveries: [post(1)], total: 1 }, undefined, times);
  expect(one).toEqual({
    title: 'One post goes out late if OCMA stays closed',
    lines: ['20:31  @mara: Buns number 1'],
  });
  const many = describeLatePosts({ deliveries: [1, 2, 3, 4, 5, 6].map(post), total: 9 }, undefined, times);
  expect(many?.title).toBe('9 posts go out late if OCMA stays closed');
  expect(many?.lines).toHaveLength(6);
  expect(many?.lines.at(-1)).toBe('and 4 more');
});

test('a machine is kept awake by its own program, which ends with this process', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-power-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  expect(awakeCommand({ PATH: directory }, 'darwin')).toBeNull();
  const program = join(directory, 'caffeinate');
  writeFileSync(program, '');
  expect(awakeCommand({ PATH: directory }, 'darwin')).toBeNull();
  chmodSync(program, 0o755);
  expect(awakeCommand({ PATH: directory }, 'darwin')).toEqual({
    program,
    arguments: ['-i', '-w', String(process.pid)],
  });
  expect(awakeCommand({ PATH: directory }, 'win32')).toBeNull();
  expect(createPowerPort({ PATH: '' }, 'win32').available).toBe(false);
});
