import { expect, test } from 'vitest';
import { importInput } from '../../../src/host/cli/import.ts';
import { startWorld } from '../../support/engine-world.ts';

test('times of an import are those of its workspace, unless a zone is named', async () => {
  const { client, workspaceId } = await startWorld();
  const [practice] = (await client.workspaces.list({})).filter(({ id }) => id === workspaceId);
  await client.workspaces.update({
    id: workspaceId,
    version: practice?.version ?? 0,
    timeZone: 'Asia/Kathmandu',
  });
  const other = await client.workspaces.create({ name: 'Other', timeZone: 'America/St_Johns' });
  const read = async (values: { workspace?: string; zone?: string }) => {
    const { input, zone } = await importInput(client, {
      file: '/somewhere/posts.csv',
      csv: 'text\nHello\n',
      values: { every: '1h', start: '2027-01-31T09:00', ...values },
    });
    const { undated, workspaceId: named } = input;
    return { zone, named, start: undated?.kind === 'spaced' ? new Date(undated.startAt).toISOString() : '' };
  };
  expect(await read({})).toEqual({
    zone: 'Asia/Kathmandu',
    named: workspaceId,
    start: '2027-01-31T03:15:00.000Z',
  });
  expect(await read({ workspace: other.id })).toEqual({
    zone: 'America/St_Johns',
    named: other.id,
    start: '2027-01-31T12:30:00.000Z',
  });
  expect(await read({ zone: 'UTC' })).toMatchObject({ zone: 'UTC', start: '2027-01-31T09:00:00.000Z' });
  await expect(read({ workspace: 'wsp_none' })).rejects.toThrow('There is no workspace "wsp_none"');
});
