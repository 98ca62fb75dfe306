import type { Platform } from '../../../src/engine/platforms/platform.ts';

/** What an engine must be told to know this network: nothing where the registry has it. */
export function platformsOf(_platform: string): { readonly platforms?: readonly Platform[] } {
  return {};
}
