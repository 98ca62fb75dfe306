import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { AccountHttp, Call, CallResult } from '../../../src/engine/http/call.ts';
import { understand } from '../../../src/engine/http/outcome.ts';
import { wireRequest } from '../../../src/engine/http/request.ts';
import { exchange } from '../../../src/engine/http/transport.ts';
import type { AccountRef } from '../../../src/engine/platforms/platform.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import type { Clock } from '../../../src/engine/ports.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { Endpoints } from '../../../src/shared/models/account.ts';

/** A request as it left, and what came back. */
export type Exchange = {
  readonly operation: string;
  readonly method: string;
  readonly url: URL;
  readonly contentType: string | null;
  readonly body: string | URLSearchParams | FormData | null;
  readonly status: number | null;
  readonly answer: unknown;
};

/** An account on a practice network of its own, spoken to over real HTTP by the engine's own request code. */
export type PracticeAccount = {
  readonly http: AccountHttp;
  readonly account: AccountRef;
  readonly origin: string;
  readonly endpoints: Endpoints;
  /** All that was exchanged through `http`, in order. */
  readonly exchanges: readonly Exchange[];
  /** Calls a control endpoint of the practice network, such as `faults`. */
  control(method: 'GET' | 'PUT' | 'DELETE', name: string, body?: unknown): Promise<unknown>;
  /** An account of another practice person on the same network. */
  another(person: string): Promise<Pick<PracticeAccount, 'http' | 'account'>>;
  stop(): Promise<void>;
};

/** Real time, as the engine's ports give it. */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  setting: { epochMs: 0, anchorMs: 0, rate: 1 },
};

/** Starts a practice network in a directory of its own and connects one of its people. */
export const startPractice = async (person = 'mara_bakes'): Promise<PracticeAccount> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'ocma-practice-'));
  const sandbox = await startSandbox({ dataDirectory, port: 0 });
  const endpoints: Endpoints = x.practiceEndpoints(sandbox.url);
  const exchanges: Exchange[] = [];
  const connect = async (who: string): Promise<Pick<PracticeAccount, 'http' | 'account'>> => {
    const http = accountHttp(endpoints, await consent(endpoints, who), exchanges);
    const profile = await x.api.profile(http);
    if (!profile.ok)
      throw new Error(`The practice network does not tell who it is: ${profile.failure.detail}`);
    const { remoteId, username } = profile.data;
    return { http, account: { remoteId, username, webOrigin: sandbox.url } };
  };
  return {
    ...(await connect(person)),
    origin: sandbox.url,
    endpoints,
    exchanges,
    another: connect,
    async control(method, name, body) {
      const response = await fetch(`${sandbox.url}/__practice/${name}`, {
        method,
        headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`The practice network refuses ${name}: ${text}`);
      return text === '' ? null : JSON.parse(text);
    },
    async stop() {
      await sandbox.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};

const accountHttp = (endpoints: Endpoints, token: string, exchanges: Exchange[]): AccountHttp => ({
  endpoints,
  async send<Answer>(call: Call<Answer>, options?: { signal?: AbortSignal }): Promise<CallResult<Answer>> {
    const request = wireRequest(call, { endpoints, token, etag: null, version: 'test', ...options });
    const wire = await exchange({ clock: realClock, fetch }, request);
    exchanges.push({
      operation: call.operation,
      method: request.method,
      url: request.url,
      contentType: contentTypeOf(request),
      body: request.body,
      status: wire.kind === 'answered' ? wire.answer.status : null,
      answer: wire.kind === 'answered' ? wire.answer.body : null,
    });
    return understand(x, call, wire, Date.now()).result;
  },
});

/** The content type as `fetch` sends it: the body's own where no header says it. */
const contentTypeOf = ({ headers, body }: { headers: Headers; body: Exchange['body'] }): string | null => {
  if (body instanceof FormData) return 'multipart/form-data';
  if (body instanceof URLSearchParams) return 'application/x-www-form-urlencoded';
  return headers.get('content-type');
};

const issued = z.object({ access_token: z.string() });

/** Says yes on the consent page as a person would, and exchanges the code for a token. */
const consent = async (endpoints: Endpoints, person: string): Promise<string> => {
  const verifier = randomBytes(48).toString('base64url');
  const client = { client_id: x.oauth.loopbackClientId, redirect_uri: 'http://127.0.0.1:47841/oauth/x' };
  const answer = await fetch(endpoints.authorize, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: new URL(endpoints.authorize).origin },
    body: new URLSearchParams({
      ...client,
      response_type: 'code',
      scope: x.oauth.scopes.join(' '),
      state: 'state',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      person,
      decision: 'allow',
    }),
  });
  const back = answer.headers.get('location');
  if (back === null) throw new Error(`The consent page answers ${answer.status}: ${await answer.text()}`);
  const response = await fetch(endpoints.token, {
    method: 'POST',
    body: new URLSearchParams({
      ...client,
      grant_type: 'authorization_code',
      code: new URL(back).searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  return issued.parse(await response.json()).access_token;
};
