import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';
import Driver from 'better-sqlite3';
import { z } from 'zod';
import type { FromNetwork } from './trivial-network.ts';

/** Every so many arrivals the data file is asked which parts say `sending`. */
const lookEvery = 4;

const told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('expect'), posts: z.int(), file: z.string().nullable() }),
]);
const bodySchema = z.object({ text: z.string() });

let expected = 0;
let arrivals: { text: string; at: number }[] = [];
let arrived = new Set<string>();
let most = { notOnTheWire: 0, ofOneAccount: 0 };
let sending: Driver.Statement | null = null;

const tell = (message: FromNetwork): void => parentPort?.postMessage(message);

const server = createServer((request, response) => {
  const at = performance.timeOrigin + performance.now();
  if (request.method !== 'POST' || request.url !== '/2/tweets') {
    response.writeHead(404).end();
    return;
  }
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (piece: string) => (text += piece));
  request.on('end', () => {
    const post = bodySchema.parse(JSON.parse(text));
    arrivals.push({ text: post.text, at });
    arrived.add(post.text);
    const answer = { data: { id: `${Math.floor(at)}${arrivals.length}`, text: post.text } };
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    if (arrivals.length % lookEvery === 0) look();
    if (arrivals.length === expected) tell({ kind: 'all', arrivals, ...most });
  });
});

/** What the ledger says is being sent, beside what has reached the network. */
function look(): void {
  if (sending === null) return;
  const rows = z.array(z.object({ text: z.string(), account: z.string() })).parse(sending.all());
  const accounts = new Map<string, number>();
  for (const { account } of rows) accounts.set(account, (accounts.get(account) ?? 0) + 1);
  most = {
    notOnTheWire: Math.max(most.notOnTheWire, rows.filter((row) => !arrived.has(row.text)).length),
    ofOneAccount: Math.max(most.ofOneAccount, ...accounts.values()),
  };
}

parentPort?.on('message', (message: unknown) => {
  const { posts, file } = told.parse(message);
  expected = posts;
  arrivals = [];
  arrived = new Set();
  most = { notOnTheWire: 0, ofOneAccount: 0 };
  sending?.database.close();
  sending =
    file === null
      ? null
      : new Driver(file, { readonly: true }).prepare(
          `SELECT text, account_id AS account FROM delivery_part WHERE state = 'sending'`,
        );
  tell({ kind: 'ready' });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  tell({ kind: 'listening', url: `http://127.0.0.1:${address.port}` });
});
