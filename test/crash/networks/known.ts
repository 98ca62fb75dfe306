import { platforms } from '../../../src/engine/platforms/registry.ts';
import { modelNetworks } from '../../support/model-network/networks.ts';
import { modelNetworkUnderTest } from './model.ts';
import type { CrashNetwork } from './network.ts';
import { practiceNetwork } from './practice.ts';
import type { PracticeSeed } from './practice.ts';

/** What is known of each network of the registry. One without a seed is named loudly and left out. */
const seeds: Readonly<Record<string, PracticeSeed>> = {
  x: {
    abilities: ['thread', 'images', 'video', 'first_comment', 'three_accounts'],
    people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
    created: 'posts.create',
  },
};

const practised = platforms.flatMap((platform) => {
  const seed = seeds[platform.name];
  return seed === undefined ? [] : [practiceNetwork(platform, seed)];
});

/** Networks of the registry that the harness cannot try, for want of a seed. */
export const untried: readonly string[] = platforms
  .map(({ name }) => name)
  .filter((name) => seeds[name] === undefined);

/** Every network that can be tried: those of the registry on the practice network, and one model for each means of settling. */
export const knownNetworks: readonly CrashNetwork[] = [
  ...practised,
  ...modelNetworks.map(modelNetworkUnderTest),
];

export function networkOf(platform: string): CrashNetwork {
  const found = knownNetworks.find((network) => network.platform === platform);
  if (found === undefined) throw new Error(`There is no network ${platform} to try.`);
  return found;
}
