import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccountHttp } from '../../../../src/engine/http/call.ts';
import { mastodon } from '../../../../src/engine/platforms/mastodon/platform.ts';
import type { AccountRef, PublishPart } from '../../../../src/engine/platforms/publishing.ts';
import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';
import { createMastodon } from '../../../../src/sandbox/mastodon/network.ts';
import { partOf, startNetwork } from '../../../support/network-account.ts';
import type { Network } from '../../../support/network-account.ts';

/** A practice person on Mastodon, connected by the consent page through an app that made itself known. */
export interface Connected {
  readonly network: Network;
  readonly token: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string | null };
  readonly http: AccountHttp;
  readonly profile: AccountProfile;
  readonly account: AccountRef;
  part(given: Partial<PublishPart> & { readonly text: string }): PublishPart;
  /** Publishes at once and answers with the id; throws where it is refused. */
  published(given: Partial<PublishPart> & { readonly text: string }): Promise<string>;
}

export const redirectUri = 'http://127.0.0.1:47851/oauth/mastodon';
export const verifier = 'v'.repeat(43);
const issued = z.object({ access_token: z.string() });

/** Makes the app known and says yes on the consent page; answers with the fields of the token request. */
export async function allowed(
  network: Network,
  { person = 'mara_bakes', scopes = [...mastodon.signIn.scopes] as readonly string[] } = {},
) {
  const { register } = mastodon.signIn.server;
  const app = await register?.(network.ask, {
    endpoints: network.endpoints,
    redirectUris: [redirectUri],
    scopes: mastodon.signIn.scopes,
  });
  if (app?.ok !== true) throw new Error(JSON.stringify(app));
  const answer = await fetch(network.endpoints.authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state: 'state',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      person,
      decision: 'allow',
    }),
  });
  const back = answer.headers.get('location');
  if (back === null) throw new Error(`${answer.status}: ${await answer.text()}`);
  const fields = {
    grant_type: 'authorization_code',
    code: new URL(back).searchParams.get('code') ?? '',
    client_id: app.clientId,
    client_secret: app.clientSecret ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
  return { client: { clientId: app.clientId, clientSecret: app.clientSecret }, fields };
}

export async function connected(
  options: { person?: string; scopes?: readonly string[] } = {},
): Promise<Connected> {
  const network = await startNetwork(mastodon, createMastodon);
  const { client, fields } = await allowed(network, options);
  const response = await fetch(network.endpoints.token, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const { access_token: token } = issued.parse(await response.json());
  const http = network.http(token);
  const profile = await mastodon.api.profile(http);
  if (!profile.ok) throw new Error(profile.failure.detail);
  let made = 0;
  const part: Connected['part'] = (given) => {
    made += 1;
    return partOf(profile.data, { key: `key-${made}`, ...given });
  };
  return {
    network,
    token,
    client,
    http,
    profile: profile.data,
    account: partOf(profile.data, { text: '' }).account,
    part,
    async published(given) {
      const result = await mastodon.api.publish(http, part(given));
      if (!result.ok) throw new Error(result.failure.detail);
      if (!('remoteId' in result.data)) throw new Error('It was not published at once.');
      return result.data.remoteId;
    },
  };
}
