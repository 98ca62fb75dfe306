import { commandAs } from '../command-name.ts';
import { describeLatePosts } from '../late-posts.ts';
import { createLocalClient } from '../local-client.ts';
import { readAccessToken } from '../ownership/access-token.ts';
import { openOwnedHost } from '../owned-host.ts';
import type { OwnedHost } from '../owned-host.ts';
import type { WebHost } from '../web/web-host.ts';
import { prepareWindow } from '../window-build.ts';
import { chosenDataDirectory, everyCommand, portNumber, readArguments } from './arguments.ts';
import { untilStopped } from './until-stopped.ts';

const usualPort = 47_820;

/** `ocma serve`: runs the app for the browser until it is stopped. */
export async function serve(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, {
    ...everyCommand,
    port: { type: 'string' },
    json: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  });
  const dataDirectory = chosenDataDirectory(values.data);
  const port = portNumber(values.port);
  const host = await openOwnedHost({ dataDirectory, kind: 'web', env: process.env });
  if (host === null) return printFreshAddress(dataDirectory, values.json);

  const stop = untilStopped();
  try {
    const web = await startWindow(host, port);
    await host.serveOthers(() => web.invite());
    const url = web.invite();
    if (values.json) console.log(JSON.stringify({ url, token: host.apiToken }));
    else greet(host, url);
    if (!values.json && !values['no-open'] && host.ports.browser.available) {
      await host.ports.browser.open(url).catch(() => undefined);
    }
    await stop;
    if (!values.json) await nameLatePosts(host);
    await web.close();
  } finally {
    await host.close();
  }
  return 0;
}

/** Says before the app ends which posts will be late while it is closed. */
async function nameLatePosts(host: OwnedHost): Promise<void> {
  const client = createLocalClient(host.engine.router, { actor: 'user' });
  const late = describeLatePosts(await client.power.lateIfClosed({}));
  if (late !== null) console.log(`\n${late.title}:\n${late.lines.map((line) => `  ${line}`).join('\n')}`);
}

/** `ocma open`: a fresh address of the app that runs on this data. */
export async function open(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, { ...everyCommand, json: { type: 'boolean', default: false } });
  return printFreshAddress(chosenDataDirectory(values.data), values.json);
}

async function printFreshAddress(dataDirectory: string, json: boolean): Promise<number> {
  const { connectToOwner } = await import('../ownership/owner-client.ts');
  const owner = await connectToOwner(dataDirectory);
  const url = await owner.invite();
  if (url === null) {
    console.error(
      'OCMA already runs on this data in a window of its own. Use that window, or close it first.',
    );
    return 1;
  }
  console.log(json ? JSON.stringify({ url, token: readAccessToken(dataDirectory) }) : url);
  return 0;
}

async function startWindow(host: OwnedHost, port: number | null): Promise<WebHost> {
  const { startWebHost } = await import('../web/web-host.ts');
  const options = {
    engine: host.engine,
    log: host.log,
    window: prepareWindow(),
    apiToken: host.apiToken,
    version: host.ports.host.version,
  };
  options.window.ready.catch((error: unknown) => host.log.error({ error }, 'The window was not built.'));
  try {
    return await startWebHost({ ...options, port: port ?? usualPort });
  } catch (error) {
    const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!busy) throw error;
    if (port === null) return startWebHost({ ...options, port: 0 });
    throw new Error(`Port ${port} is taken by another program. Choose another one with --port.`, {
      cause: error,
    });
  }
}

function greet(host: OwnedHost, url: string): void {
  console.log(`OCMA is running. This address opens it, once:

  ${url}

"${commandAs('open')}" prints another one. Data: ${host.dataDirectory}. Stop with Ctrl-C.`);
}
