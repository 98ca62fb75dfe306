import { describe, expect, test } from 'vitest';
import { createBrowserPort, openableUrl } from '../../src/host/browser.ts';

describe('addresses that may be opened', () => {
  test.each([
    'https://x.com/i/oauth2/authorize?client_id=1&scope=a%20b',
    'http://127.0.0.1:4000/oauth',
    'http://localhost:4000/',
    'http://[::1]:4000/',
  ])('%s', (url) => {
    expect(openableUrl(url)).toBe(url);
  });

  test.each([
    'http://example.com/',
    'http://127.0.0.1.example.com/',
    'http://localhost@example.com/',
    'https://user:pass@example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ocma://open',
    '--help',
    'not an address',
    '',
  ])('not %s', (url) => {
    expect(() => openableUrl(url)).toThrow('Only https');
  });
});

describe('whether there is a browser', () => {
  test('none without a display', () => {
    expect(createBrowserPort({ PATH: process.env.PATH }, 'linux').available).toBe(false);
  });

  test('none where the program that opens it is missing', () => {
    expect(createBrowserPort({ PATH: '/nowhere', DISPLAY: ':0' }, 'linux').available).toBe(false);
  });

  test('always on macOS and Windows, unless the user says otherwise', () => {
    expect(createBrowserPort({}, 'darwin').available).toBe(true);
    expect(createBrowserPort({}, 'win32').available).toBe(true);
    expect(createBrowserPort({ OCMA_NO_BROWSER: '1' }, 'darwin').available).toBe(false);
  });

  test('opening where there is none is an error, not silence', async () => {
    await expect(createBrowserPort({}, 'linux').open('https://x.com/')).rejects.toThrow('no browser');
  });
});
