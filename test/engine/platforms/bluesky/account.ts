import type { AccountHttp } from '../../../../src/engine/http/call.ts';
import { bluesky } from '../../../../src/engine/platforms/bluesky/platform.ts';
import type { AccountRef, PublishPart } from '../../../../src/engine/platforms/publishing.ts';
import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';
import { createBluesky } from '../../../../src/sandbox/bluesky/network.ts';
import { startNetwork, partOf } from '../../../support/network-account.ts';
import type { Network } from '../../../support/network-account.ts';

/** A practice person on Bluesky, connected with an app password. */
export interface Connected {
  readonly network: Network;
  readonly http: AccountHttp;
  readonly profile: AccountProfile;
  readonly account: AccountRef;
  readonly tokens: { readonly accessToken: string; readonly refreshToken: string | null };
  newKey(): string;
  part(given: Partial<PublishPart> & { readonly text: string }): PublishPart;
  /** Publishes under a new key and answers with the id; throws where it is refused. */
  published(given: Partial<PublishPart> & { readonly text: string }): Promise<string>;
}

export async function connected(person = 'mara_bakes'): Promise<Connected> {
  const network = await startNetwork(bluesky, createBluesky);
  const reply = await bluesky.signIn.protocol.signIn(network.ask, network.party, {
    identifier: `${person.replaceAll('_', '-')}.practice.test`,
    password: `prac-tice-${person.slice(0, 4)}-only`,
    factor: null,
  });
  if (reply.kind !== 'issued') throw new Error(JSON.stringify(reply));
  const http = network.http(reply.tokens.accessToken);
  const profile = await bluesky.api.profile(http);
  if (!profile.ok) throw new Error(profile.failure.detail);
  let made = 0;
  const newKey = (): string => {
    made += 1;
    return bluesky.api.newKey({
      now: network.now() + made,
      random: { fraction: () => 0.5, bytes: (count) => new Uint8Array(count) },
    });
  };
  const part: Connected['part'] = (given) => partOf(profile.data, { key: newKey(), ...given });
  return {
    network,
    http,
    profile: profile.data,
    account: part({ text: '' }).account,
    tokens: reply.tokens,
    newKey,
    part,
    async published(given) {
      const result = await bluesky.api.publish(http, part(given));
      if (!result.ok) throw new Error(result.failure.detail);
      return result.data.remoteId;
    },
  };
}
