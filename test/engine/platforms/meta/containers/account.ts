import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { AccountHttp, Call, CallResult } from '../../../../../src/engine/http/call.ts';
import type { Platform } from '../../../../../src/engine/platforms/platform.ts';
import type { PublishPart, UploadSource } from '../../../../../src/engine/platforms/publishing.ts';
import type { AccountProfile } from '../../../../../src/engine/platforms/reading.ts';
import type { ProbeResult, Staged, StageResult } from '../../../../../src/engine/platforms/settling.ts';
import type { BrowserSignIn, TokenParty, TokenReply } from '../../../../../src/engine/platforms/sign-in.ts';
import { mp4, png } from '../../../../sandbox/x/media-bytes.ts';
import { partOf, startNetwork } from '../../../../support/network-account.ts';
import type { Network } from '../../../../support/network-account.ts';

export type ContainerPlatform = Platform & { readonly signIn: BrowserSignIn };

export const partyOf = (network: Network): TokenParty => ({
  ...network.party,
  clientId: 'my-app',
  clientSecret: 'my-secret',
});

const redirectOf = ({ name }: Platform): string => `http://localhost:50123/oauth/${name}`;

/** Says yes on the consent page; answers with what the browser brings back. */
export const consent = async (
  platform: ContainerPlatform,
  network: Network,
  changes: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const response = await fetch(network.endpoints.authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      client_id: 'my-app',
      response_type: 'code',
      scope: platform.signIn.scopes.join(','),
      redirect_uri: redirectOf(platform),
      state: 'a state',
      person: 'mara_bakes',
      decision: 'allow',
      ...changes,
    }),
  });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${response.status}: ${await response.text()}`);
  return location;
};

/** Signs in as the app does: consent, code, token of an hour, token of 60 days. */
export const signIn = async (
  platform: ContainerPlatform,
  network: Network,
  changes: Readonly<Record<string, string>> = {},
): Promise<TokenReply> => {
  const back = new URL(await consent(platform, network, changes));
  const code = back.searchParams.get('code') ?? '';
  return exchange(platform, network, code);
};

export const exchange = async (
  platform: ContainerPlatform,
  network: Network,
  code: string,
): Promise<TokenReply> => {
  const given = { code, redirectUri: redirectOf(platform), verifier: '' };
  const reply = await platform.signIn.protocol?.exchange?.(network.ask, partyOf(network), given);
  if (reply === undefined) throw new Error('There is no exchange.');
  return reply;
};

/** A practice person, connected. */
export interface Connected {
  readonly network: Network;
  readonly http: AccountHttp;
  /** The calls that went over the wire, in order. */
  readonly sent: Pick<Call<unknown>, 'operation' | 'path' | 'query' | 'body'>[];
  readonly token: string;
  readonly profile: AccountProfile;
  part(given: Partial<PublishPart> & { readonly text: string }): PublishPart;
  stage(part: PublishPart, earlier?: Staged | null): Promise<StageResult>;
  /** Stages until it is ready, as the publisher does; time passes while the network works. */
  staged(part: PublishPart): Promise<Staged>;
  /** Publishes and answers with the id; throws where it is refused. */
  published(given: Partial<PublishPart> & { readonly text: string }): Promise<string>;
  probe(part: PublishPart, handle: string, sendingAt?: number): Promise<ProbeResult>;
  /** The posts and comments that the network took, in order. */
  posts(): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export const connected = async (
  platform: ContainerPlatform,
  changes: Readonly<Record<string, string>> = {},
): Promise<Connected> => {
  const network = await startNetwork(platform);
  const reply = await signIn(platform, network, changes);
  if (reply.kind !== 'issued') throw new Error(JSON.stringify(reply));
  const raw = network.http(reply.tokens.accessToken);
  const sent: Connected['sent'] = [];
  const http: AccountHttp = {
    ...raw,
    send<Answer>(call: Call<Answer>): Promise<CallResult<Answer>> {
      sent.push(call);
      return raw.send(call);
    },
  };
  const profile = await platform.api.profile(http, null);
  if (!profile.ok) throw new Error(profile.failure.detail);
  const { stage, probe, publish } = platform.api;
  if (stage === undefined || probe === undefined) throw new Error('It stages nothing.');
  const context = { now: () => network.now(), signal: new AbortController().signal };
  const here: Connected = {
    network,
    http,
    sent,
    token: reply.tokens.accessToken,
    profile: profile.data,
    part(given) {
      const part = partOf(profile.data, given);
      return { ...part, account: { ...part.account, webOrigin: network.url } };
    },
    stage: (part, earlier = null) => stage(http, part, earlier, context),
    async staged(part) {
      let result = await here.stage(part);
      for (let step = 0; result.state === 'processing' && step < 10; step += 1) {
        await network.pass(result.askAt - network.now());
        result = await here.stage(part, result.staged);
      }
      if (result.state !== 'ready') throw new Error(JSON.stringify(result));
      return result.staged;
    },
    async published(given) {
      const part = here.part(given);
      const { handle } = await here.staged(part);
      const result = await publish(http, { ...part, handle });
      if (!result.ok || !('remoteId' in result.data)) throw new Error(JSON.stringify(result));
      return result.data.remoteId;
    },
    probe: (part, handle, sendingAt = network.now()) =>
      probe(
        http,
        {
          account: part.account,
          text: part.text,
          mediaCount: part.media.length,
          inReplyTo: part.inReplyTo,
          sendingAt,
          key: null,
          handle,
        },
        context,
      ),
    posts: async () =>
      (await network.log()).filter(({ operation }) =>
        ['posts.create', 'comments.create'].includes(String(operation)),
      ),
  };
  return here;
};

/** The headers of a JPEG of this size; no picture is in it. */
const jpeg = (width: number, height: number): Buffer => {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, Buffer.alloc(200), Buffer.from([0xff, 0xd9])]);
};

/** A place on this machine from which media can be fetched; it ends with the test. */
export const mediaHost = async (): Promise<{
  readonly fetched: string[];
  put(name: string, bytes: Buffer): string;
}> => {
  const files = new Map<string, Buffer>();
  const fetched: string[] = [];
  const server = createServer((request, response) => {
    const bytes = files.get(request.url ?? '');
    fetched.push(request.url ?? '');
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    fetched,
    put: (name, bytes) => {
      files.set(`/${name}`, bytes);
      return `http://127.0.0.1:${port}/${name}`;
    },
  };
};

/** A medium of the library, at a public address; null where no place for media is set up. */
export const sourceOf = (
  bytes: Buffer,
  url: string | null,
  facts: Partial<UploadSource> = {},
): UploadSource => ({
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: bytes.length,
  width: 1_000,
  height: 1_000,
  altText: '',
  durationMs: null,
  frameRate: null,
  videoCodec: null,
  audioCodec: null,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  fileName: 'medium',
  read: (offset, length) => Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length))),
  publicUrl: () => Promise.resolve(url === null ? null : { ok: true, url }),
  ...facts,
});

/** Media of each kind on a host of their own. */
export const mediaOn = async () => {
  const host = await mediaHost();
  let number = 0;
  const at = (bytes: Buffer, facts: Partial<UploadSource> = {}): UploadSource =>
    sourceOf(bytes, host.put(`medium-${(number += 1)}`, bytes), facts);
  return {
    host,
    image: (facts: Partial<UploadSource> = {}, width = 1_000, height = 1_000) =>
      at(jpeg(width, height), facts),
    png: () => at(png(100, 100), { mimeType: 'image/png' }),
    video: (durationMs = 5_000) => at(mp4(durationMs), { kind: 'video', mimeType: 'video/mp4', durationMs }),
    gone: (facts: Partial<UploadSource> = {}) =>
      sourceOf(jpeg(10, 10), host.put('x', jpeg(10, 10)).replace('/x', '/gone'), facts),
  };
};
