import { openSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/engine/db/open.ts';
import { createGateMemory, openGate } from '../../src/engine/db/gate.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createClock } from '../../src/engine/system/clock.ts';
import { createLocalClient } from '../../src/host/local-client.ts';
import { allow } from '../support/allow.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { acknowledge, createAcknowledger } from './acknowledged.ts';

// The app from an empty directory to a thread that is out: whatever it tells its user, and each request that makes a post,
// is acknowledged first. Arguments: data directory, file of acknowledgements, practice network.
const [data = '', acknowledgements = '', network = ''] = process.argv.slice(2);
const descriptor = openSync(acknowledgements, 'w');
const ports = quietPorts({ data, clock: createClock(), url: network });
const engine = createEngine(
  {
    ...ports,
    async fetch(input, init) {
      const address = input instanceof Request ? input.url : String(input);
      if (init?.method === 'POST' && address.endsWith('/2/tweets'))
        acknowledge(descriptor, { leaving: textIn(init.body) });
      return await ports.fetch(input, init);
    },
  },
  { role: 'main', threads: 'inline' },
);
await engine.start();
// Another connection sees what is committed and nothing else.
const reader = openDatabase({ file: join(data, 'ocma.db'), gate: openGate(createGateMemory(), 1) });
const tell = createAcknowledger(reader, descriptor);
const client = createLocalClient(engine.router, { actor: 'user' });
const { workspace } = await client.practice.start({ timeZone: 'UTC' });
if (workspace === null) throw new Error('There is no practice workspace.');
const workspaceId = workspace.id;

const flow = await client.accounts.connect({ workspaceId, platform: 'x', openBrowser: false });
const connected = new Promise<void>((resolve) => {
  engine.events.subscribe((event) => {
    tell();
    if (event.type === 'change' && event.changes.some(({ topic }) => topic === 'account')) resolve();
  });
});
await allow(flow.authorizeUrl, 'mara_bakes');
await connected;
const [account] = await client.accounts.list({ workspaceId });
if (account === undefined) throw new Error('No account is connected.');

for (const texts of [
  ['Rye bread, from seven'],
  ['A thread of loaves', 'of which this is one', 'and this another'],
]) {
  const parts = texts.map((text) => ({ text, media: [] }));
  const post = await client.posts.create({ workspaceId, parts, accountIds: [account.id] });
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  tell();
  await engine.drain('publisher');
  tell();
}
await engine.drain('background');
tell();
reader.close();
await engine.stop();

function textIn(body: unknown): string {
  const { text } = JSON.parse(String(body)) as { text: string };
  return text;
}
