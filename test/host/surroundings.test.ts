import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createClock, realTime } from '../../src/engine/system/clock.ts';
import { clockSettingFrom } from '../../src/host/clock-setting.ts';
import { defaultDataDirectory, prepareDataDirectory } from '../../src/host/data-directory.ts';
import { hostFacts } from '../../src/host/facts.ts';

describe('the data directory', () => {
  test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', {}, '/home/me/.local/share/ocma'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/ocma'],
    ['darwin', {}, '/home/me/Library/Application Support/OCMA'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/OCMA'],
    ['linux', { OCMA_DATA: '/elsewhere' }, '/elsewhere'],
  ])('%s %o', (platform, env, expected) => {
    expect(defaultDataDirectory(env, platform, '/home/me')).toBe(expected);
  });

  test('is closed to other users, even where it was open before', () => {
    const directory = mkdtempSync(join(tmpdir(), 'ocma-data-'));
    const made = prepareDataDirectory(join(directory, 'new', 'data'));
    expect(statSync(made).mode & 0o777).toBe(0o700);
  });
});

describe('the clock', () => {
  test('shows real time by default', () => {
    const before = Date.now();
    expect(createClock().now()).toBeGreaterThanOrEqual(before);
    expect(clockSettingFrom({})).toEqual(realTime);
  });

  test('runs as fast as it is told, timers too', async () => {
    const setting = clockSettingFrom({
      OCMA_CLOCK: JSON.stringify({ epochMs: 1_000_000, anchorMs: Date.now(), rate: 600 }),
    });
    const clock = createClock(setting);
    const { promise, resolve } = Promise.withResolvers<number>();
    clock.setTimer(30_000, () => resolve(clock.now()));
    expect(await promise).toBeGreaterThanOrEqual(1_029_000);
  });

  test.each(['now', '{}', '{"epochMs":1,"anchorMs":1,"rate":0}'])('refuses %s', (text) => {
    expect(() => clockSettingFrom({ OCMA_CLOCK: text })).toThrow('OCMA_CLOCK must be JSON');
  });
});

describe('what the environment says', () => {
  function endpointsFile(content: string): string {
    const file = join(mkdtempSync(join(tmpdir(), 'ocma-endpoints-')), 'endpoints.json');
    writeFileSync(file, content);
    return file;
  }

  test('developer apps and endpoints, twitter being x', () => {
    const facts = hostFacts('web', {
      OCMA_TWITTER_CLIENT_ID: 'id',
      OCMA_TWITTER_CLIENT_SECRET: 'secret',
      OCMA_BLUESKY_CLIENT_ID: '',
      OCMA_ENDPOINTS: endpointsFile('{"twitter":{"api":"http://127.0.0.1:9000"}}'),
    });
    expect(facts.developerApps).toEqual({ x: { clientId: 'id', clientSecret: 'secret' } });
    expect(facts.endpoints).toEqual({ x: { api: 'http://127.0.0.1:9000' } });
  });

  test.each(['{', '{"x":{"apis":"http://127.0.0.1"}}', '{"x":{"api":"ftp://127.0.0.1"}}', '[]'])(
    'endpoints that cannot be used stop the start with a sentence: %s',
    (content) => {
      expect(() => hostFacts('web', { OCMA_ENDPOINTS: endpointsFile(content) })).toThrow(
        'OCMA_ENDPOINTS names',
      );
    },
  );
});
