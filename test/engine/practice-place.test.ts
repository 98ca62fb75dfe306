import { expect, it } from 'vitest';
import { startWorld } from '../support/engine-world.ts';

it('the practice workspace has a place for media without anybody setting one up, and no other has', async () => {
  const { client, workspaceId } = await startWorld();
  expect(await client.settings.mediaHost({})).toEqual({ mediaHost: null });
  expect(await client.settings.testMediaHost({ workspaceId })).toMatchObject({ ok: true });
  const own = await client.workspaces.create({ name: 'Own', timeZone: 'Europe/Berlin' });
  expect(await client.settings.testMediaHost({ workspaceId: own.id })).toMatchObject({ ok: false });
});
