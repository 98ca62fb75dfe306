import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHostLog } from '../../../src/host/log/log.ts';
import { redactFields } from '../../../src/host/log/redact.ts';
import { openRotatingFile } from '../../../src/host/log/rotating-file.ts';

const planted = 'planted-9f8e7d6c5b4a';

function written(write: (log: ReturnType<typeof createHostLog>) => void): string {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-log-'));
  const log = createHostLog(directory, 'main', { OCMA_LOG_LEVEL: 'debug' });
  write(log);
  log.close();
  return readFileSync(join(directory, 'logs', 'main.log'), 'utf8');
}

describe('secrets in the log', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a field by its name', { accessToken: planted }],
    ['a field deep inside', { request: { headers: [{ Authorization: `Bearer ${planted}` }] } }],
    ['snake case', { body: { refresh_token: planted, client_secret: planted } }],
    ['a passphrase', { passphrase: planted }],
    ['what OAuth brings back', { query: { code: planted, state: planted } }],
    ['bytes', { key: Buffer.from(planted), blob: new TextEncoder().encode(planted) }],
    ['an address', { url: `http://127.0.0.1:4000/callback?code=${planted}&state=${planted}` }],
    ['an invitation', { url: `http://127.0.0.1:4000/open/${planted}` }],
    ['a header as text', { line: `authorization: Bearer ${planted}` }],
    ['JSON as text', { body: `{"access_token":"${planted}","client_secret": "${planted}"}` }],
    ['a known beginning', { text: `ocma_${planted} and sk-${planted}` }],
    [
      'an error and its cause',
      { error: new Error(`token=${planted}`, { cause: new Error(`Bearer ${planted}`) }) },
    ],
    ['an error with fields', { error: Object.assign(new Error('failed'), { token: planted }) }],
  ])('%s', (_name, details) => {
    const text = written((log) => log.error(details, 'Something happened.'));
    expect(text).toContain('Something happened.');
    expect(text).not.toContain(planted);
  });

  test('fields are masked by their names alone, whatever they hold', () => {
    const fields = { authCode: 'a b', codeVerifier: 7, cookies: 'kept', vault: { Key: ['a'] }, hasKey: true };
    expect(redactFields(fields)).toEqual({
      authCode: '[hidden]',
      codeVerifier: '[hidden]',
      cookies: 'kept',
      vault: { Key: '[hidden]' },
      hasKey: true,
    });
  });

  test('the message itself', () => {
    expect(written((log) => log.info({}, `refused Bearer ${planted}`))).not.toContain(planted);
  });

  test('what is needed to understand a failure stays', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const text = written((log) => log.warn({ platform: 'x', status: 429, error }, 'Refused.'));
    expect(JSON.parse(text)).toMatchObject({
      level: 'warn',
      platform: 'x',
      status: 429,
      error: { errorCode: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
    });
  });
});

describe('the log file', () => {
  test('starts anew when it is full and keeps so many old ones, readable by their owner alone', () => {
    const directory = mkdtempSync(join(tmpdir(), 'ocma-log-'));
    const file = openRotatingFile(directory, 'main', { limitBytes: 10, keep: 2 });
    for (const line of ['first-line\n', 'second-line\n', 'third-line\n', 'fourth-line\n']) file.write(line);
    file.close();
    expect(readdirSync(directory).sort()).toEqual(['main.1.log', 'main.2.log', 'main.log']);
    expect(readFileSync(join(directory, 'main.log'), 'utf8')).toBe('fourth-line\n');
    expect(readFileSync(join(directory, 'main.2.log'), 'utf8')).toBe('second-line\n');
    expect(statSync(join(directory, 'main.log')).mode & 0o077).toBe(0);
  });

  test('goes on where it ended', () => {
    const directory = mkdtempSync(join(tmpdir(), 'ocma-log-'));
    for (const line of ['one\n', 'two\n']) {
      const file = openRotatingFile(directory, 'main');
      file.write(line);
      file.close();
    }
    expect(readFileSync(join(directory, 'main.log'), 'utf8')).toBe('one\ntwo\n');
  });
});
