import { randomBytes, createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { AccountHttp, Call, CallResult } from '../../../src/engine/http/call.ts';
import { understand } from '../../../src/engine/http/outcome.ts';
import { wireRequest } from '../../../src/engine/http/request.ts';
import { exchange } from '../../../src/engine/http/transport.ts';
import { authorizeUrl, firstRedirectUri, withState } from '../../../src/engine/oauth/flow-addresses.ts';
import type { AccountRef } from '../../../src/engine/platforms/publishing.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import type { Clock } from '../../../src/engine/ports.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { Endpoints } from '../../../src/shared/models/account.ts';
import { capturingFetch } from './capture.ts';
import type { Exchange } from './capture.ts';

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
    const http = accountHttp(endpoints, await tokenFor(endpoints, who), exchanges);
    const profile = await x.api.profile(http, null);
    if (!profile.ok)
      throw new Error(`The practice network does not tell who it is: ${profile.failure.detail}`);
    const { remoteId, username, facts } = profile.data;
    return { http, account: { remoteId, username, webOrigin: sandbox.url, facts } };
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
  prepare: () => Promise.resolve(null),
  async send<Answer>(call: Call<Answer>, options?: { signal?: AbortSignal }): Promise<CallResult<Answer>> {
    const request = wireRequest(call, {
      platform: x,
      endpoints,
      token,
      kept: null,
      version: 'test',
      ...options,
    });
    if (request === null) throw new Error(`${call.operation} has a foreign address.`);
    const captured = capturingFetch(call.operation, (seen) => exchanges.push(seen));
    const wire = await exchange({ clock: realClock, fetch: captured }, request);
    return understand(x, call, wire, Date.now()).result;
  },
});

/** A question for consent as the engine asks it, and what is needed to redeem the answer. */
export type Consent = { readonly address: string; readonly redirectUri: string; readonly verifier: string };

export const askForConsent = (endpoints: Endpoints): Consent => {
  const verifier = randomBytes(48).toString('base64url');
  const redirectUri = firstRedirectUri(x.signIn.redirect);
  const asked = authorizeUrl(x.signIn, endpoints.authorize, {
    clientId: x.signIn.loopbackClientId,
    scopes: x.signIn.scopes,
    redirectUri,
    codeChallenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  return { address: withState(asked, 'a state'), redirectUri, verifier };
};

/** Says yes on the consent page as a person would; answers with what the browser brings back. */
export const giveConsent = async (address: string, person: string): Promise<URLSearchParams> => {
  const { origin, searchParams } = new URL(address);
  const page = address.split('?', 1)[0] ?? address;
  const answer = await fetch(page, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams([...searchParams, ['person', person], ['decision', 'allow']]),
  });
  const back = answer.headers.get('location');
  if (back === null) throw new Error(`The consent page answers ${answer.status}: ${await answer.text()}`);
  return new URL(back).searchParams;
};

const issued = z.object({ access_token: z.string() });

const tokenFor = async (endpoints: Endpoints, person: string): Promise<string> => {
  const { address, redirectUri, verifier } = askForConsent(endpoints);
  const back = await giveConsent(address, person);
  const response = await fetch(endpoints.token, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: x.signIn.loopbackClientId,
      redirect_uri: redirectUri,
      grant_type: 'authorization_code',
      code: back.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  return issued.parse(await response.json()).access_token;
};
