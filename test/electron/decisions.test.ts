import { describe, expect, test } from 'vitest';
import { externalAddress, isOwnAddress, targetOfArguments, targetOfLink } from '../../electron/addresses.ts';
import { readAppRequest } from '../../electron/app-request.ts';
import { autostartEntry, autostartFile } from '../../electron/autostart.ts';
import { actionAt, hidesOnClose, noticeLook, noticeTarget } from '../../electron/notice-action.ts';
import { broughtBy, oauthRequest, oauthStep } from '../../electron/oauth-step.ts';
import { mayUse } from '../../electron/permissions.ts';
import { maySpeak } from '../../electron/sender.ts';
import { trayLines, trayTip } from '../../electron/tray-menu.ts';
import { appWindowOptions, boundsOnScreen } from '../../electron/window-options.ts';
import { createWords } from '../../src/engine/words.ts';
import { makeNoticeCall } from '../../src/shared/notice-call.ts';

const words = createWords();

describe('addresses', () => {
  test.each(['app://ocma/', 'app://ocma/queue?delivery=1'])('%s is ours', (address) => {
    expect(isOwnAddress(address)).toBe(true);
  });

  test.each([
    'app://ocma.evil.example/',
    'app://evil/',
    'app://media/1',
    'https://ocma/',
    'file:///app://ocma/',
    'https://evil.example/app://ocma/',
    'about:blank',
    'javascript:0',
    '',
  ])('%s is not', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });

  test.each([
    ['https://x.com/a b', 'https://x.com/a%20b'],
    ['mailto:someone@example.com', 'mailto:someone@example.com'],
    ['http://127.0.0.1:4000/x/status/1', 'http://127.0.0.1:4000/x/status/1'],
    ['http://example.com/', null],
    ['file:///etc/passwd', null],
    ['smb://host/share', null],
    ['https://user@example.com/', null],
    ['ocma://queue', null],
  ])('%s goes outside as %s', (address, expected) => {
    expect(externalAddress(address)).toBe(expected);
  });

  test.each([
    ['ocma://queue?delivery=1', '/queue?delivery=1'],
    ['ocma://compose/', '/compose'],
    ['ocma://', '/'],
    ['ocma://settings/../../etc', null],
    ['ocma://unknown', null],
    ['https://queue', null],
    ['queue', null],
  ])('link %s leads to %s', (link, expected) => {
    expect(targetOfLink(link)).toBe(expected);
  });

  test('a link among the arguments of a start', () => {
    expect(targetOfArguments(['/usr/bin/ocma', '--flag', 'ocma://queue'])).toBe('/queue');
    expect(targetOfArguments(['ocma://queue'])).toBeNull();
  });
});

describe('requests to the own scheme', () => {
  const read = (address: string, method = 'GET') => readAppRequest(method, address, '/opt/app/window');

  test.each([
    ['app://ocma/', { kind: 'page' }],
    ['app://ocma/queue?delivery=1', { kind: 'page' }],
    ['app://ocma/assets/main-a1.js', { kind: 'file', path: '/opt/app/window/assets/main-a1.js' }],
    ['app://ocma/media/m1', { kind: 'media', id: 'm1' }],
    ['app://media/m1', { kind: 'media', id: 'm1' }],
    ['app://ocma/avatars/acc_1?v=2f', { kind: 'picture', accountId: 'acc_1' }],
    ['app://ocma/avatars/..%2f..%2fsecret', { kind: 'refused', status: 403 }],
    ['app://media/..%2fsecret', { kind: 'refused', status: 404 }],
    ['app://ocma/..%2f..%2fsecret.js', { kind: 'refused', status: 403 }],
    ['app://ocma/assets/..%5c..%5csecret.js', { kind: 'refused', status: 403 }],
    ['app://elsewhere/assets/main.js', { kind: 'refused', status: 403 }],
    ['https://ocma/', { kind: 'refused', status: 403 }],
  ])('%s', (address, expected) => {
    expect(read(address)).toEqual(expected);
  });

  test('reading only', () => {
    expect(read('app://ocma/', 'POST')).toEqual({ kind: 'refused', status: 405 });
  });
});

describe('who may do what', () => {
  test('our page has notifications and copying, nothing else; other pages have nothing', () => {
    expect(mayUse('notifications', 'app://ocma/queue')).toBe(true);
    expect(mayUse('clipboard-sanitized-write', 'app://ocma')).toBe(true);
    for (const permission of [
      'media',
      'geolocation',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'hid',
    ]) {
      expect(mayUse(permission, 'app://ocma/')).toBe(false);
    }
    expect(mayUse('notifications', 'https://example.com')).toBe(false);
  });

  test('a port goes to the main frame of our own window on our own page', () => {
    const good = { known: true, mainFrame: true, address: 'app://ocma/' };
    expect(maySpeak(good)).toBe(true);
    expect(maySpeak({ ...good, known: false })).toBe(false);
    expect(maySpeak({ ...good, mainFrame: false })).toBe(false);
    expect(maySpeak({ ...good, address: 'https://example.com/' })).toBe(false);
  });

  test('the window is sandboxed, isolated, without Node and without webviews', () => {
    expect(appWindowOptions('/preload.cjs', '/icon.png', false).webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
  });
});

describe('the sign-in window', () => {
  const route = { address: 'https://ocma.example/oauth/done', hosts: ['network.example'] };

  test.each([
    ['https://network.example/authorize?x=1', 'load'],
    ['https://login.network.example/', 'load'],
    ['https://ocma.example/oauth/done?code=1&state=2', 'caught'],
    ['https://ocma.example/other', 'refused'],
    ['http://ocma.example/oauth/done?code=1', 'refused'],
    ['http://network.example/', 'refused'],
    ['https://evilnetwork.example/', 'refused'],
    ['https://network.example.evil.example/', 'refused'],
    ['https://network.example@evil.example/', 'refused'],
    ['file:///etc/passwd', 'refused'],
    ['', 'refused'],
  ])('%s is %s', (address, expected) => {
    expect(oauthStep(address, route)).toBe(expected);
  });

  test.each([
    ['https://network.example/consent', 'mainFrame', 'load'],
    ['https://elsewhere.example/', 'mainFrame', 'refused'],
    ['https://ocma.example/oauth/done?code=1', 'mainFrame', 'caught'],
    ['https://pictures.example/a.png', 'image', 'load'],
    ['https://riddles.example/frame', 'subFrame', 'load'],
    ['data:image/png;base64,', 'image', 'load'],
    ['http://pictures.example/a.png', 'image', 'refused'],
    ['http://127.0.0.1:9000/', 'xhr', 'refused'],
    ['file:///etc/passwd', 'subFrame', 'refused'],
    ['https://ocma.example/oauth/done?code=1', 'subFrame', 'refused'],
    ['nonsense', 'xhr', 'refused'],
  ])('a request to %s as %s is %s', (address, kind, expected) => {
    expect(oauthRequest(address, kind, route)).toBe(expected);
  });

  test('what the network brought is read from the address alone', () => {
    const brought = broughtBy('https://ocma.example/oauth/done?code=a%20b&state=c#_=_');
    expect([...brought]).toEqual([
      ['code', 'a b'],
      ['state', 'c'],
    ]);
  });
});

describe('the tray', () => {
  const post = {
    id: 'd/1',
    at: 0,
    platform: 'x',
    excerpt: 'A  post\nof two lines that is far longer than forty letters',
  };

  test('shows what goes out next, what needs the user, and what can be done', () => {
    const lines = trayLines(
      { next: [post], needsMe: 2, paused: false, held: false },
      words,
      () => 'Tue 09:20',
    );
    expect(lines).toEqual([
      { label: '2 posts need you', action: { do: 'show', target: '/queue' } },
      {
        label: 'Tue 09:20  A post of two lines that is far longer…',
        action: { do: 'show', target: '/queue?delivery=d%2F1' },
      },
      'separator',
      { label: 'Pause publishing', action: { do: 'pause', paused: true } },
      { label: 'Open OCMA', action: { do: 'show' } },
      { label: 'Quit', action: { do: 'quit' } },
    ]);
  });

  test('says so when nothing is scheduled, and offers to resume when paused', () => {
    const lines = trayLines({ next: [], needsMe: 0, paused: true, held: false }, words, String);
    expect(lines[0]).toEqual({ label: 'Nothing is scheduled', action: null });
    expect(lines).toContainEqual({ label: 'Resume publishing', action: { do: 'pause', paused: false } });
    expect(trayTip({ next: [], needsMe: 0, paused: true, held: false }, words)).toContain('paused');
    const held = { next: [], needsMe: 0, paused: true, held: true };
    expect(trayLines(held, words, String)).toContainEqual({
      label: 'Review before anything is sent',
      action: { do: 'show', target: '/hold' },
    });
    expect(trayTip(held, words)).toContain('until you have looked');
  });
});

describe('notices', () => {
  const notice = {
    kind: 'published' as const,
    title: 'Published',
    body: 'On X.',
    actions: [],
    target: '/queue?delivery=1',
    workspaceId: null,
  };

  test('good news is silent, what needs the user is not', () => {
    expect(noticeLook(notice)).toMatchObject({ silent: true, urgency: 'low' });
    expect(noticeLook({ ...notice, kind: 'failed' })).toMatchObject({ silent: false, urgency: 'normal' });
  });

  test('lead inside the app only', () => {
    expect(noticeTarget(notice)).toBe('/queue?delivery=1');
    expect(noticeTarget({ ...notice, target: '//evil.example' })).toBe('/');
    expect(noticeTarget({ ...notice, target: 'https://evil.example' })).toBe('/');
  });

  test('a button does what it says: opens a place inside the app, or makes the call it names', async () => {
    const retry = {
      kind: 'call' as const,
      procedure: 'queue.retryAll' as const,
      input: { workspaceId: 'wsp_1', code: 'unavailable', accountId: 'acc_1' },
    };
    const failed = {
      ...notice,
      actions: [
        { label: 'Try all again', run: retry },
        { label: 'Open', run: { kind: 'open' as const, target: '//evil.example' } },
      ],
    };
    expect(actionAt(failed, 0)).toEqual(retry);
    expect(actionAt(failed, 1)).toEqual({ kind: 'open', target: '/' });
    expect(actionAt(notice, 0)).toEqual({ kind: 'open', target: '/queue?delivery=1' });
    const asked: unknown[] = [];
    const answer = (name: string) => (input: unknown) => {
      asked.push([name, input]);
      return Promise.reject(new Error('no answer is needed'));
    };
    const queue = {
      retry: answer('retry'),
      retryAll: answer('retryAll'),
      lookAgain: answer('lookAgain'),
      posted: answer('posted'),
      notNow: answer('notNow'),
    };
    await expect(makeNoticeCall(queue, retry)).rejects.toThrow('no answer');
    const one = { ...retry, input: { workspaceId: 'wsp_1', id: 'dlv_1' } };
    await expect(makeNoticeCall(queue, { ...one, procedure: 'queue.retry' })).rejects.toThrow('no answer');
    await expect(makeNoticeCall(queue, { ...one, procedure: 'queue.lookAgain' })).rejects.toThrow(
      'no answer',
    );
    expect(asked).toEqual([
      ['retryAll', retry.input],
      ['retry', one.input],
      ['lookAgain', one.input],
    ]);
  });

  test('closing hides the window where the user wants the tray, but not when quitting', () => {
    expect(hidesOnClose({ closeToTray: true }, false)).toBe(true);
    expect(hidesOnClose({ closeToTray: true }, true)).toBe(false);
    expect(hidesOnClose({ closeToTray: false }, false)).toBe(false);
  });
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };

  test('is kept while its title bar can be reached', () => {
    const bounds = { x: 100, y: 100, width: 1280, height: 800 };
    expect(boundsOnScreen(bounds, [screen])).toEqual(bounds);
    expect(boundsOnScreen({ ...bounds, x: 3_000 }, [screen])).toBeNull();
    expect(boundsOnScreen({ ...bounds, y: -200 }, [screen])).toBeNull();
    expect(boundsOnScreen({ ...bounds, x: 3_000 }, [screen, { ...screen, x: 1920 }])).not.toBeNull();
  });
});

test('the autostart entry quotes the program by the rules of the specification', () => {
  expect(autostartFile('/home/me/.config')).toBe('/home/me/.config/autostart/ocma.desktop');
  expect(autostartEntry('/opt/My App/ocma', '--hidden')).toContain('\nExec="/opt/My App/ocma" --hidden\n');
  expect(autostartEntry('/opt/100%/a"b', '--hidden')).toContain('\nExec="/opt/100%%/a\\\\"b" --hidden\n');
});
