import type { AccountHttp, Call, CallResult } from '../../../../src/engine/http/call.ts';
import { authorizeUrl, withState } from '../../../../src/engine/oauth/flow-addresses.ts';
import { facebook } from '../../../../src/engine/platforms/facebook/platform.ts';
import type { AccountRef, PublishAnswer, PublishPart } from '../../../../src/engine/platforms/publishing.ts';
import type { SentPart, Staged } from '../../../../src/engine/platforms/settling.ts';
import type { IssuedTokens, SignedInAccount } from '../../../../src/engine/platforms/sign-in.ts';
import { partOf, startNetwork } from '../../../support/network-account.ts';
import type { Network } from '../../../support/network-account.ts';

const redirectUri = 'http://localhost:50123/oauth/facebook';

export const appOf = (network: Network) => ({
  ...network.party,
  clientId: '4711',
  clientSecret: 'the app secret',
});

/** Goes through the dialog as a browser does; `granted` are the permissions that stay ticked. */
export async function codeOf(network: Network, person: string, granted?: readonly string[]): Promise<string> {
  const asked = authorizeUrl(facebook.signIn, network.endpoints.authorize, {
    clientId: '4711',
    redirectUri,
    scopes: facebook.signIn.scopes,
    codeChallenge: '',
  });
  const { searchParams } = new URL(withState(asked, 'a state'));
  const pages = await fetch(asked).then((answer) => answer.text());
  const ticks =
    granted === undefined
      ? []
      : [
          ['ticks', '1'],
          ...granted.map((scope) => ['granted', scope]),
          ...[...pages.matchAll(/name="chosen" value="(\d+)"/g)].map(([, id = '']) => ['chosen', id]),
        ];
  const answer = await fetch(network.endpoints.authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([...searchParams, ['person', person], ['decision', 'allow'], ...ticks]),
  });
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

export async function signIn(
  network: Network,
  person: string,
  granted?: readonly string[],
): Promise<IssuedTokens> {
  const code = await codeOf(network, person, granted);
  const reply = await facebook.signIn.protocol.exchange?.(network.ask, appOf(network), {
    code,
    redirectUri,
    verifier: '',
  });
  if (reply?.kind !== 'issued') throw new Error(JSON.stringify(reply));
  return reply.tokens;
}

export function value<Data>(result: CallResult<Data>): Data {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.data;
}

/** A practice Page, connected by the dialog. */
export interface Connected {
  readonly network: Network;
  readonly http: AccountHttp;
  /** The calls that went over the wire, in order. */
  readonly sent: Pick<Call<unknown>, 'operation' | 'query'>[];
  readonly tokens: IssuedTokens;
  readonly pages: readonly SignedInAccount[];
  readonly account: AccountRef;
  part(given: Partial<PublishPart>): PublishPart;
  staged(part: PublishPart, earlier?: Staged | null): Promise<Staged>;
  publish(given: Partial<PublishPart>): Promise<CallResult<PublishAnswer>>;
  /** Publishes a part and answers with the post's id; throws where it is refused. */
  published(given: Partial<PublishPart>): Promise<string>;
  /** What settling knows of a part that was sent now. */
  sentPart(part: PublishPart, handle: string): SentPart;
  posts(): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export async function connected(person = 'mara_bakes', granted?: readonly string[]): Promise<Connected> {
  const network = await startNetwork(facebook);
  const tokens = await signIn(network, person, granted);
  const pages = value(await facebook.signIn.accounts(network.http(tokens.accessToken)));
  const [page] = pages;
  if (page === undefined) throw new Error('There is no Page.');
  const sent: Connected['sent'] = [];
  const raw = network.http(page.accessToken ?? '');
  const http: AccountHttp = {
    ...raw,
    send<Answer>(call: Call<Answer>) {
      sent.push(call);
      return raw.send(call);
    },
  };
  const given = partOf(page.profile, { text: '' });
  const webOrigin = new URL(network.endpoints.authorize).origin;
  const account = { ...given.account, webOrigin };
  const context = { now: () => network.now(), signal: new AbortController().signal };
  const here: Connected = {
    network,
    http,
    sent,
    tokens,
    pages,
    account,
    part: (some) => ({ ...given, account, ...some }),
    async staged(part, earlier = null) {
      let staged = earlier;
      for (;;) {
        const result = await facebook.api.stage(http, part, staged, context);
        if (result.state === 'failed') throw new Error(JSON.stringify(result));
        staged = result.staged;
        if (result.state === 'ready') return staged;
      }
    },
    async publish(some) {
      const part = here.part(some);
      const { handle } = await here.staged(part);
      return facebook.api.publish(http, { ...part, handle });
    },
    async published(some) {
      const data = value(await here.publish(some));
      if (!('remoteId' in data)) throw new Error(JSON.stringify(data));
      return data.remoteId;
    },
    sentPart: (part, handle) => ({
      account,
      text: part.text,
      mediaCount: part.media.length,
      inReplyTo: part.inReplyTo,
      sendingAt: network.now(),
      key: null,
      handle,
    }),
    posts: async () => (await network.log()).filter(({ operation }) => operation === 'posts.create'),
  };
  return here;
}
