import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { realTime } from '../../src/engine/system/clock.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { connectByScript, endpointsOfX, startApp } from '../support/served-app.ts';

test('a post that becomes due after a restart goes out, although nobody has opened the vault since', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-restart-'));
  const home = join(directory, 'home');
  const endpoints = join(directory, 'endpoints.json');
  mkdirSync(home);
  const sandbox = await startSandbox({ dataDirectory: join(directory, 'network'), port: 0, clock: realTime });
  writeFileSync(endpoints, endpointsOfX(sandbox.url));
  const options = { home, data: join(directory, 'data'), endpoints, clock: realTime };
  let app = await startApp(options);
  onTestFinished(async () => {
    await app.stop();
    await sandbox.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  await connectByScript(app, 'mara_bakes');
  const scheduledAt = new Date(Date.now() + 1_500).toISOString();
  await app.api('POST', '/queue/schedule', { content: 'After the restart', platforms: ['x'], scheduledAt });
  await app.stop();

  app = await startApp(options);

  const log = await fetch(`${sandbox.url}/__practice/log?after=0&wait=20000`, {
    headers: { 'x-practice-control': '1' },
  });
  expect(await log.text()).toContain('After the restart');
});
