import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startWebHost } from '../../../src/host/web/web-host.ts';
import type { WebHost } from '../../../src/host/web/web-host.ts';
import { keptLog } from './silent-log.ts';
import { smallEngine } from './small-engine.ts';

/** The token of the web hosts under test. */
export const apiToken = 'ocma_test-token';

/** A built window of three files. */
function builtWindow(): string {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-window-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
  writeFileSync(join(directory, 'assets', 'main-abc.js'), `export const words = "${'word '.repeat(500)}";`);
  writeFileSync(join(directory, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return directory;
}

/** Starts a web host on a free port with a small engine. */
export async function startTestHost(largestUpload?: number) {
  const engine = smallEngine();
  const log = keptLog();
  const host = await startWebHost({
    engine,
    log,
    port: 0,
    window: { directory: builtWindow(), ready: Promise.resolve() },
    apiToken,
    version: '0.0.0',
    ...(largestUpload !== undefined && { largestUpload }),
  });
  return { host, engine, log };
}

/** Opens a fresh address as a browser does; returns what a window then sends with its calls. */
export async function signIn(host: WebHost): Promise<{ cookie: string; 'x-ocma-window': string }> {
  const answer = await fetch(host.invite());
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  const boot = /id="ocma-boot">(.*?)<\/script>/.exec(await answer.text())?.[1];
  const { windowSecret }: { windowSecret: string } = JSON.parse(boot ?? '{}');
  return { cookie, 'x-ocma-window': windowSecret };
}

/** A request with headers that `fetch` does not let anyone set, such as `Host`. */
export async function rawRequest(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: Record<string, unknown>;
    body: string;
  }>();
  const request = httpRequest(
    url,
    { method: options.method ?? 'GET', headers: options.headers ?? {} },
    (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      );
    },
  );
  request.on('error', reject);
  request.end(options.body);
  return promise;
}
