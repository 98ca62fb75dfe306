import { createHash, randomBytes } from 'node:crypto';
import type { AccountHttp } from '../../../../src/engine/http/call.ts';
import { tiktok } from '../../../../src/engine/platforms/tiktok/platform.ts';
import type { PublishPart, UploadSource } from '../../../../src/engine/platforms/publishing.ts';
import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';
import type { ProbeResult, Staged, StageResult } from '../../../../src/engine/platforms/settling.ts';
import type { TokenParty, TokenReply } from '../../../../src/engine/platforms/sign-in.ts';
import { startNetwork, partOf } from '../../../support/network-account.ts';
import type { Network } from '../../../support/network-account.ts';
import { mp4 } from '../../../sandbox/x/media-bytes.ts';

export const redirectUri = 'http://127.0.0.1:51777/oauth/tiktok/';

/** Says yes on the consent page; answers with what the browser brings back. */
export const consent = async (
  network: Network,
  changes: Readonly<Record<string, string>> = {},
): Promise<{ back: URL; verifier: string }> => {
  const verifier = randomBytes(48).toString('base64url');
  const response = await fetch(network.endpoints.authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      client_key: 'my-key',
      response_type: 'code',
      scope: tiktok.signIn.scopes.join(','),
      redirect_uri: redirectUri,
      state: 'a state',
      code_challenge: createHash('sha256').update(verifier).digest('hex'),
      code_challenge_method: 'S256',
      person: 'mara_bakes',
      decision: 'allow',
      ...changes,
    }),
  });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${response.status}: ${await response.text()}`);
  return { back: new URL(location), verifier };
};

export const partyOf = (network: Network): TokenParty => ({
  ...network.party,
  clientId: 'my-key',
  clientSecret: 'my-secret',
});

export const signedIn = async (
  network: Network,
  changes: Readonly<Record<string, string>> = {},
): Promise<TokenReply> => {
  const { back, verifier } = await consent(network, changes);
  const code = back.searchParams.get('code') ?? '';
  return tiktok.signIn.protocol.exchange(network.ask, partyOf(network), { code, redirectUri, verifier });
};

/** Sets this TikTok up. */
export const control = async (
  network: Network,
  body: unknown,
  path = '',
  method: 'PUT' | 'POST' = 'PUT',
): Promise<void> => {
  const response = await fetch(`${network.url}/__practice/tiktok${path}`, {
    method,
    headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
};

/** Lets one request of an operation go wrong: the `nth` from now on. */
export const breakAt = async (
  network: Network,
  operation: string,
  nth: number,
  kind: string,
): Promise<void> => {
  const rule = { match: { network: 'tiktok', operation, nth, times: 1 }, fault: { kind } };
  const response = await fetch(`${network.url}/__practice/faults`, {
    method: 'PUT',
    headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
    body: JSON.stringify([rule]),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
};

/** A practice person on TikTok, connected. */
export interface Connected {
  readonly network: Network;
  readonly http: AccountHttp;
  readonly profile: AccountProfile;
  part(given: Partial<PublishPart> & { readonly text: string }): PublishPart;
  stage(part: PublishPart, earlier?: Staged | null): Promise<StageResult>;
  /** Stages until it is ready, as the publisher does. */
  staged(part: PublishPart): Promise<Staged>;
  probe(part: PublishPart, handle: string, sendingAt?: number): Promise<ProbeResult>;
}

export const connected = async (
  person = 'mara_bakes',
  scopes: readonly string[] = tiktok.signIn.scopes,
): Promise<Connected> => {
  const network = await startNetwork(tiktok);
  const reply = await signedIn(network, { person, scope: scopes.join(',') });
  if (reply.kind !== 'issued') throw new Error(JSON.stringify(reply));
  const http = network.http(reply.tokens.accessToken);
  const profile = await tiktok.api.profile(http, null);
  if (!profile.ok) throw new Error(profile.failure.detail);
  const context = { now: () => network.now(), signal: new AbortController().signal };
  const stage: Connected['stage'] = (part, earlier = null) => tiktok.api.stage(http, part, earlier, context);
  return {
    network,
    http,
    profile: profile.data,
    part: (given) => partOf(profile.data, given),
    stage,
    async staged(part) {
      let result = await stage(part);
      for (let step = 0; result.state === 'processing' && step < 5; step += 1) {
        result = await stage(part, result.staged);
      }
      if (result.state !== 'ready') throw new Error(JSON.stringify(result));
      return result.staged;
    },
    probe: (part, handle, sendingAt = network.now()) =>
      tiktok.api.probe(
        http,
        {
          account: part.account,
          text: part.text,
          mediaCount: 1,
          inReplyTo: null,
          sendingAt,
          key: null,
          handle,
        },
        context,
      ),
  };
};

/** A medium of the library, of these bytes. */
export const sourceOf = (bytes: Buffer, facts: Partial<UploadSource>): UploadSource => ({
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: bytes.length,
  width: 640,
  height: 360,
  altText: '',
  durationMs: 2_000,
  frameRate: 30,
  videoCodec: 'avc',
  audioCodec: 'aac',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  fileName: 'medium',
  read: (offset, length) => Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length))),
  publicUrl: () => Promise.resolve(null),
  ...facts,
});

/** An MP4 of this many bytes: headers, and nothing behind them. */
export const video = (bytes = 0, durationMs = 2_000): UploadSource => {
  const head = mp4(durationMs);
  return sourceOf(Buffer.concat([head, Buffer.alloc(Math.max(0, bytes - head.length))]), { durationMs });
};

export const direct = { mode: 'direct', privacy: 'PUBLIC_TO_EVERYONE' } as const;
