import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';

/** Noon on a Wednesday; the tests' clock stands still there until it is moved. */
export const noon = Date.UTC(2026, 2, 4, 12);
/** What the app asks for. */
export const allScopes = 'tweet.read tweet.write users.read media.write offline.access';
export const redirectUri = 'http://127.0.0.1:47841/callback';
export const mara = '1402719348201000101';
export const harbour = '1288554410921000202';

const tokensSchema = z.object({
  token_type: z.literal('bearer'),
  expires_in: z.number(),
  access_token: z.string(),
  scope: z.string(),
  refresh_token: z.string().optional(),
});
export type Tokens = z.infer<typeof tokensSchema>;

export const entrySchema = z.looseObject({
  seq: z.number(),
  at: z.number(),
  operation: z.string(),
  account: z.string(),
  id: z.string(),
  text: z.string().nullable(),
  clientGone: z.boolean(),
});

/** What came back: the status, the headers and the body as JSON where it is JSON. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A practice network in this process with a clock that stands still, and a client for it. */
export class Practice {
  readonly directory = mkdtempSync(join(tmpdir(), 'practice-'));
  #now = noon;
  #sandbox: Sandbox | undefined;

  static async start(): Promise<Practice> {
    const practice = new Practice();
    await practice.up();
    return practice;
  }

  get url(): string {
    return this.#sandbox?.url ?? '';
  }

  async up(): Promise<void> {
    this.#sandbox = await startSandbox({
      dataDirectory: this.directory,
      port: 0,
      clock: { epochMs: this.#now, anchorMs: 0, rate: 0 },
    });
  }

  async down(): Promise<void> {
    await this.#sandbox?.stop();
  }

  async end(): Promise<void> {
    await this.down();
    rmSync(this.directory, { recursive: true });
  }

  async control(method: string, path: string, body?: unknown): Promise<Got> {
    return this.ask(method, `/__practice/${path}`, body, { 'x-practice-control': '1' });
  }

  /** Lets practice time pass. */
  async pass(ms: number): Promise<void> {
    this.#now += ms;
    await this.control('PUT', 'clock', { epochMs: this.#now, anchorMs: 0, rate: 0 });
  }

  async faults(...rules: readonly unknown[]): Promise<void> {
    const { status, body } = await this.control('PUT', 'faults', rules);
    if (status !== 200) throw new Error(JSON.stringify(body));
  }

  async log(after = 0, wait = 0): Promise<z.infer<typeof entrySchema>[]> {
    const { body } = await this.control('GET', `log?after=${after}&wait=${wait}`);
    return z.object({ entries: z.array(entrySchema) }).parse(body).entries;
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Got> {
    const isForm = body instanceof URLSearchParams || body instanceof FormData;
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...(body !== undefined && !isForm && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }

  /** Presses `Allow` and returns what the app gets in its redirect. */
  async consent(
    changes: Record<string, string> = {},
  ): Promise<{ code: string; verifier: string; back: URL }> {
    const verifier = randomBytes(32).toString('base64url');
    const form = new URLSearchParams({
      response_type: 'code',
      client_id: 'ocma-practice',
      redirect_uri: redirectUri,
      scope: allScopes,
      state: 'state-1',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      person: 'mara_bakes',
      decision: 'allow',
      ...changes,
    });
    const { status, headers, body } = await this.ask('POST', '/i/oauth2/authorize', form);
    if (status !== 302) throw new Error(`No redirect: ${status} ${JSON.stringify(body)}`);
    const back = new URL(headers.get('location') ?? '');
    return { code: back.searchParams.get('code') ?? '', verifier, back };
  }

  token(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Got> {
    return this.ask('POST', '/2/oauth2/token', new URLSearchParams(fields), headers);
  }

  exchange(code: string, verifier: string, changes: Record<string, string> = {}): Promise<Got> {
    return this.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: 'ocma-practice',
      code_verifier: verifier,
      ...changes,
    });
  }

  async connect(person = 'mara_bakes', scope = allScopes): Promise<Client> {
    const { code, verifier } = await this.consent({ person, scope });
    const { body } = await this.exchange(code, verifier);
    return new Client(this, tokensSchema.parse(body));
  }
}

/** A connected app. */
export class Client {
  readonly practice: Practice;
  readonly tokens: Tokens;

  constructor(practice: Practice, tokens: Tokens) {
    this.practice = practice;
    this.tokens = tokens;
  }

  ask(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Got> {
    const headers = { authorization: `Bearer ${this.tokens.access_token}` };
    return this.practice.ask(method, path, body, headers, signal);
  }

  get(path: string): Promise<Got> {
    return this.ask('GET', path);
  }

  post(body: unknown, signal?: AbortSignal): Promise<Got> {
    return this.ask('POST', '/2/tweets', body, signal);
  }

  /** Posts and returns the new id; throws when it was refused. */
  async posted(body: unknown): Promise<string> {
    const got = await this.post(body);
    return z.object({ data: z.object({ id: z.string() }) }).parse(got.body).data.id;
  }
}
