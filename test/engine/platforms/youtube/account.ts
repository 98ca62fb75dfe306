import { createHash } from 'node:crypto';
import type { AccountHttp, Call, CallResult } from '../../../../src/engine/http/call.ts';
import { authorizeUrl, withState } from '../../../../src/engine/oauth/flow-addresses.ts';
import type {
  AccountRef,
  PublishAnswer,
  PublishPart,
  UploadSource,
} from '../../../../src/engine/platforms/publishing.ts';
import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';
import type { Staged } from '../../../../src/engine/platforms/settling.ts';
import type { IssuedTokens } from '../../../../src/engine/platforms/sign-in.ts';
import { youtube } from '../../../../src/engine/platforms/youtube/platform.ts';
import { mp4 } from '../../../conformance/x/sample-media.ts';
import { partOf, startNetwork } from '../../../support/network-account.ts';
import type { Network } from '../../../support/network-account.ts';

export const clientId = 'practice.apps.googleusercontent.com';

/** A practice channel, connected by the consent page. */
export interface Connected {
  readonly network: Network;
  readonly http: AccountHttp;
  /** The operations that went over the wire, in order. */
  readonly sent: string[];
  readonly profile: AccountProfile;
  readonly account: AccountRef;
  part(given?: Partial<PublishPart>): PublishPart;
  /** Stages from `earlier` until it is ready, and answers with the handle. */
  staged(part: PublishPart, earlier?: Staged | null): Promise<Staged>;
  /** Stages and publishes. */
  publish(part: PublishPart): Promise<CallResult<PublishAnswer>>;
  /** Publishes and answers with the video's id; throws where it is refused. */
  published(given?: Partial<PublishPart>): Promise<string>;
  settings(change: Readonly<Record<string, unknown>>): Promise<void>;
  quotaUsed(bucket: string, used: number): Promise<void>;
}

export const video = (length = 3_000): UploadSource => mp4({ length });

export const options = { title: 'The first loaf', madeForKids: 'no' };

/** Signs a person in as the engine and a browser do; `granted` are the permissions that stay ticked. */
export async function signIn(
  network: Network,
  person: string,
  granted?: readonly string[],
): Promise<IssuedTokens> {
  const verifier = 'v'.repeat(64);
  const redirectUri = 'http://127.0.0.1:50123/oauth/youtube';
  const asked = authorizeUrl(youtube.signIn, network.endpoints.authorize, {
    clientId,
    redirectUri,
    scopes: youtube.signIn.scopes,
    codeChallenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  const { searchParams } = new URL(withState(asked, 'a state'));
  const ticks = granted === undefined ? [] : [['ticks', '1'], ...granted.map((scope) => ['granted', scope])];
  const answer = await fetch(network.endpoints.authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([...searchParams, ['person', person], ['decision', 'allow'], ...ticks]),
  });
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const party = { ...network.party, clientId, clientSecret: 'GOCSPX-practice' };
  const reply = await youtube.signIn.protocol.exchange(network.ask, party, { code, redirectUri, verifier });
  if (reply.kind !== 'issued') throw new Error(JSON.stringify(reply));
  return reply.tokens;
}

/** What a network of this kind is asked beside its API. */
async function control(network: Network, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${network.url}/__practice/youtube/${path}`, {
    method: 'PUT',
    headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}

export async function connected(person = 'mara_bakes', granted?: readonly string[]): Promise<Connected> {
  const network = await startNetwork(youtube);
  const sent: string[] = [];
  const raw = network.http((await signIn(network, person, granted)).accessToken);
  const http: AccountHttp = {
    ...raw,
    send<Answer>(call: Call<Answer>) {
      sent.push(call.operation);
      return raw.send(call);
    },
  };
  const profile = await youtube.api.profile(http, null);
  if (!profile.ok) throw new Error(profile.failure.detail);
  const webOrigin = new URL(network.endpoints.authorize).origin;
  const given = partOf(profile.data, { text: '' });
  const account = { ...given.account, webOrigin };
  const context = { now: () => network.now(), signal: new AbortController().signal };
  const here: Connected = {
    network,
    http,
    sent,
    profile: profile.data,
    account,
    part: (some = {}) => ({ ...given, account, text: 'Rye', media: [video()], options, ...some }),
    async staged(part, earlier = null) {
      let staged = earlier;
      for (;;) {
        const result = await youtube.api.stage(http, part, staged, context);
        if (result.state === 'failed') throw new Error(JSON.stringify(result));
        staged = result.staged;
        if (result.state === 'ready') return staged;
      }
    },
    async publish(part) {
      const { handle } = await here.staged(part);
      return youtube.api.publish(http, { ...part, handle });
    },
    async published(some) {
      const result = await here.publish(here.part(some));
      if (!result.ok || !('remoteId' in result.data)) throw new Error(JSON.stringify(result));
      return result.data.remoteId;
    },
    settings: (change) => control(network, 'settings', change),
    quotaUsed: (bucket, used) => control(network, 'quota', { clientId, bucket, used }),
  };
  return here;
}
