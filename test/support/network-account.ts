import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AccountHttp } from '../../src/engine/http/call.ts';
import { understand } from '../../src/engine/http/outcome.ts';
import { wireRequest } from '../../src/engine/http/request.ts';
import { exchange } from '../../src/engine/http/transport.ts';
import type { PublishPart } from '../../src/engine/platforms/publishing.ts';
import type { Platform } from '../../src/engine/platforms/platform.ts';
import type { AccountProfile } from '../../src/engine/platforms/reading.ts';
import type { TokenAsk, TokenParty } from '../../src/engine/platforms/sign-in.ts';
import type { NetworkFactory } from '../../src/sandbox/network.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Endpoints } from '../../src/shared/models/account.ts';
import { createTestClock } from './clock.ts';
import { temporaryDirectory } from './database.ts';

/** A practice network of its own whose time stands still, and a platform that speaks to it over real HTTP. */
export interface Network {
  readonly url: string;
  readonly endpoints: Endpoints;
  readonly party: TokenParty;
  now(): number;
  /** Asks as signing in does. */
  readonly ask: TokenAsk;
  /** The engine's own requests with this token. */
  http(token: string): AccountHttp;
  pass(ms: number): Promise<void>;
  /** Lets this go wrong at every request of an operation from now on. */
  fault(operation: string, fault: Readonly<Record<string, unknown>>): Promise<void>;
  /** What the network has taken, in order. */
  log(): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Starts it, with this network alone where one is given; it ends with the test. */
export async function startNetwork(platform: Platform, played?: NetworkFactory): Promise<Network> {
  const clock = createTestClock();
  const sandbox = await startSandbox({
    dataDirectory: join(temporaryDirectory(), 'network'),
    port: 0,
    clock: { epochMs: clock.now(), anchorMs: 0, rate: 0 },
    ...(played !== undefined && { networks: [played] }),
  });
  onTestFinished(() => sandbox.stop());
  const endpoints = platform.practiceEndpoints(sandbox.url);
  const wire = { clock: { ...clock, setTimer: realTimer }, fetch };
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${sandbox.url}/__practice/${path}`, {
      method,
      headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json().catch(() => null);
  };
  return {
    url: sandbox.url,
    endpoints,
    party: { endpoints, clientId: '', clientSecret: null, now: () => clock.now() },
    now: () => clock.now(),
    async ask({ method, url, query = {}, headers = {}, body }) {
      const address = new URL(url);
      for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
      const sent = new Headers(headers);
      if (body?.kind === 'json') sent.set('content-type', 'application/json');
      const text =
        body === undefined
          ? null
          : body.kind === 'json'
            ? JSON.stringify(body.value)
            : new URLSearchParams(body.value);
      const result = await exchange(wire, {
        url: address,
        method,
        headers: sent,
        body: text,
        timeoutMs: 10_000,
      });
      return result.kind === 'answered'
        ? { kind: 'answered', answer: result.answer }
        : { kind: 'lost', sent: result.sent };
    },
    http: (token) => ({
      endpoints,
      prepare: () => Promise.resolve(null),
      async send(call) {
        const request = wireRequest(call, { platform, endpoints, token, kept: null, version: 'test' });
        if (request === null) throw new Error(`${call.operation} has no address of this network.`);
        return understand(platform, call, await exchange(wire, request), clock.now()).result;
      },
    }),
    async pass(ms) {
      clock.advance(ms);
      await control('PUT', 'clock', { epochMs: clock.now(), anchorMs: 0, rate: 0 });
    },
    async fault(operation, fault) {
      await control('PUT', 'faults', [{ match: { network: platform.name, operation }, fault }]);
    },
    async log() {
      const said = await control('GET', 'log?after=0');
      return typeof said === 'object' && said !== null && 'entries' in said && Array.isArray(said.entries)
        ? said.entries
        : [];
    },
  };
}

/** A part with nothing but what is given. */
export const partOf = (
  profile: AccountProfile,
  given: Partial<PublishPart> & { readonly text: string },
): PublishPart => ({
  account: {
    remoteId: profile.remoteId,
    username: profile.username,
    webOrigin: 'http://127.0.0.1',
    facts: profile.facts,
  },
  mediaIds: [],
  media: [],
  inReplyTo: null,
  root: null,
  role: given.inReplyTo === undefined || given.inReplyTo === null ? 'post' : 'reply',
  options: {},
  publishAt: null,
  key: null,
  handle: null,
  ...given,
});

const realTimer = (delayMs: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};
