import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import { inProject } from '../../scripts/project.ts';
import { createLocalClient } from '../../src/host/local-client.ts';
import { createPracticeServerPort, launchPracticeProcess } from '../../src/host/practice-server.ts';
import type { openOwnedHost } from '../../src/host/owned-host.ts';

const main = inProject('out', 'main');

beforeAll(() => buildIfStale('desktop'));

describe('the desktop bundle', () => {
  test('holds each part under the name by which the shell finds it', () => {
    const parts = ['main.js', 'host.js', 'publisher.js', 'background.js', 'practice.js', 'migrations'];
    expect(parts.filter((part) => !existsSync(join(main, part)))).toEqual([]);
  });

  test('has a preload that a sandboxed page can load: one file, no module, nothing but Electron', () => {
    const preload = readFileSync(inProject('out', 'preload', 'preload.cjs'), 'utf8');
    const required = [...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name);
    expect(new Set(required)).toEqual(new Set(['electron']));
    expect(preload).not.toMatch(/^\s*(import|export)\b/m);
  });

  test('runs as bundled: engine, both threads and the practice network', async () => {
    const bundled: { openOwnedHost: typeof openOwnedHost } = await import(
      pathToFileURL(join(main, 'host.js')).href
    );
    const directory = mkdtempSync(join(tmpdir(), 'ocma-bundle-'));
    const host = await bundled.openOwnedHost({
      dataDirectory: directory,
      kind: 'desktop',
      env: { OCMA_NO_BROWSER: '1' },
      ports: (log, data) => ({
        program: { migrations: join(main, 'migrations'), worker: (name) => join(main, `${name}.js`) },
        practiceServer: createPracticeServerPort(
          (clock) => launchPracticeProcess(join(main, 'practice.js'), join(data, 'practice'), clock),
          log,
        ),
      }),
    });
    if (host === null) throw new Error('The directory is new, so nobody owns it.');
    try {
      const client = createLocalClient(host.engine.router, { actor: 'user' });
      expect(await client.system.info({})).toMatchObject({ host: 'desktop' });
      expect((await client.system.health({})).publisher).toBe('running');
      expect(await client.practice.start({ timeZone: 'UTC' })).toMatchObject({ running: true });
    } finally {
      await host.close();
    }
    const log = readFileSync(join(directory, 'logs', 'main.log'), 'utf8');
    expect(log).not.toContain('"level":"error"');
  });
});
