import { z } from 'zod';
import type { AccountHttp } from '../../../../src/engine/http/call.ts';
import { linkedin, linkedinPages } from '../../../../src/engine/platforms/linkedin/platform.ts';
import type { AccountRef, PublishPart, UploadProgress } from '../../../../src/engine/platforms/publishing.ts';
import type { UploadSource } from '../../../../src/engine/platforms/publishing.ts';
import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';
import { partOf, startNetwork } from '../../../support/network-account.ts';
import type { Network } from '../../../support/network-account.ts';

const issued = z.object({
  access_token: z.string(),
  expires_in: z.int(),
  scope: z.string(),
  refresh_token: z.string().optional(),
});

const redirectUri = 'http://localhost:47841/oauth/linkedin';

/** Asks LinkedIn's token endpoints as the app does: id and secret in the body. */
export const askToken = (network: Network, name: string, fields: Readonly<Record<string, string>>) =>
  fetch(network.endpoints.token.replace('accessToken', name), {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'my-app', client_secret: 'my-secret', ...fields }),
  });

/** Says yes on the consent page and fetches the token. */
export const signedIn = async (network: Network, scopes: readonly string[], person: string) => {
  const page = await fetch(network.endpoints.authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      response_type: 'code',
      client_id: 'my-app',
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state: 'a state',
      person,
      decision: 'allow',
    }),
  });
  const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const reply = await askToken(network, 'accessToken', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
  });
  return issued.parse(await reply.json());
};

/** An account on LinkedIn, connected. */
export interface Connected {
  readonly network: Network;
  readonly http: AccountHttp;
  readonly profile: AccountProfile;
  readonly account: AccountRef;
  readonly token: string;
  part(given: Partial<PublishPart> & { readonly text: string }): PublishPart;
  /** Publishes and answers with the URN; throws where it is refused. */
  published(given: Partial<PublishPart> & { readonly text: string }): Promise<string>;
  /** Uploads to the end and answers with the URN and what was saved on the way. */
  uploaded(source: UploadSource): Promise<{ urn: string; saved: readonly UploadProgress[] }>;
}

/** A member by an app with the products that every app gets, or one of the accounts of an app for pages. */
export async function connected(which: 'member' | 'page' | 'page_member' = 'member'): Promise<Connected> {
  const platform = which === 'member' ? linkedin : linkedinPages;
  const network = await startNetwork(platform);
  const { access_token: token } = await signedIn(network, platform.signIn.scopes, 'mara_bakes');
  const http = network.http(token);
  const profile = await profileOf(http, which);
  const account = { ...partOf(profile, { text: '' }).account, webOrigin: network.url };
  const part: Connected['part'] = (given) => ({ ...partOf(profile, given), account });
  return {
    network,
    http,
    profile,
    account,
    token,
    part,
    async published(given) {
      const result = await platform.api.publish(http, part(given));
      if (!result.ok) throw new Error(result.failure.detail);
      return result.data.remoteId;
    },
    async uploaded(source) {
      const saved: UploadProgress[] = [];
      for (let round = 0; round < 5; round += 1) {
        const result = await platform.api.upload(http, source, saved.at(-1) ?? null, {
          now: () => network.now(),
          saved: (progress) => saved.push(progress),
          signal: new AbortController().signal,
          account,
          options: {},
        });
        if (result.state === 'ready') return { urn: result.media.remoteId, saved };
        if (result.state === 'failed') throw new Error(result.failure.detail);
        await network.pass(result.askAt - network.now());
      }
      throw new Error('It is never ready.');
    },
  };
}

const profileOf = async (http: AccountHttp, which: string): Promise<AccountProfile> => {
  if (which === 'member') {
    const result = await linkedin.api.profile(http, null);
    if (!result.ok) throw new Error(result.failure.detail);
    return result.data;
  }
  const found = await linkedinPages.signIn.accounts(http);
  if (!found.ok) throw new Error(found.failure.detail);
  const profile = found.data.at(which === 'page' ? 1 : 0)?.profile;
  if (profile === undefined) throw new Error('The sign-in gives no such account.');
  return profile;
};
