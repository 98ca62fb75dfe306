import type { Platform } from '../../../src/engine/platforms/platform.ts';
import { modelNetworks } from '../../support/model-network/networks.ts';

/** What an engine must be told to know this network: nothing where the registry has it. */
export function platformsOf(name: string): { readonly platforms?: readonly Platform[] } {
  const model = modelNetworks.find((network) => network.name === name);
  return model === undefined ? {} : { platforms: [model.platform] };
}
