import { bluesky } from '../../networks/bluesky.ts';
import { facebook } from '../../networks/facebook.ts';
import { instagram } from '../../networks/instagram.ts';
import { linkedinPages } from '../../networks/linkedin-pages.ts';
import { linkedin } from '../../networks/linkedin.ts';
import { mastodon } from '../../networks/mastodon.ts';
import { threads } from '../../networks/threads.ts';
import { tiktok } from '../../networks/tiktok.ts';
import { x } from '../../networks/x.ts';
import { youtube } from '../../networks/youtube.ts';
import type { OptionValues } from '../../../src/shared/models/publish-option.ts';
import { platforms } from '../../../src/engine/platforms/registry.ts';
import { modelNetworks } from '../../support/model-network/networks.ts';
import { scenarioNames } from '../scenarios.ts';
import type { ScenarioName } from '../scenarios.ts';
import { modelNetworkUnderTest } from './model.ts';
import type { CrashNetwork } from './network.ts';
import { practiceNetwork } from './practice.ts';

const seeds = [x, bluesky, mastodon, youtube, tiktok, facebook, instagram, threads, linkedin, linkedinPages];

/**
 * Posts without a proof on a network that has one for others. Facebook has sessions for videos alone. TikTok tells in its
 * answer alone by what to ask for photos.
 */
const unproven: Readonly<Record<string, readonly ScenarioName[]>> = {
  facebook: scenarioNames.filter((name) => name !== 'video'),
  tiktok: ['images', 'images_alone'],
};

/** One of the people at TikTok keeps the account private; this is open to all three. */
const forSeveral: Readonly<Record<string, OptionValues>> = { tiktok: { privacy: 'MUTUAL_FOLLOW_FRIENDS' } };

const practised = seeds.map((seed) =>
  practiceNetwork(seed, {
    unproven: unproven[seed.platform.name] ?? [],
    forSeveral: forSeveral[seed.platform.name] ?? {},
  }),
);

/** Networks of the registry that the harness cannot try, for want of a seed. */
export const untried: readonly string[] = platforms
  .map(({ name }) => name)
  .filter((name) => practised.every(({ platform }) => platform !== name));

/** Means that some network of the registry begins with: its model has nothing to add. */
const real = new Set(seeds.map(({ platform }) => platform.settle[0]?.kind));

/** What the matrix is made of: the registry's networks, and models of the means that none of them begins with. */
export const triedNetworks: readonly CrashNetwork[] = [
  ...practised,
  ...modelNetworks.filter(({ means }) => !real.has(means)).map(modelNetworkUnderTest),
];

const all = [...practised, ...modelNetworks.map(modelNetworkUnderTest)];

/** The network of this name, also a model that only a planted bug is tried on. */
export function networkOf(platform: string): CrashNetwork {
  const found = all.find((network) => network.platform === platform);
  if (found === undefined) throw new Error(`There is no network ${platform} to try.`);
  return found;
}
