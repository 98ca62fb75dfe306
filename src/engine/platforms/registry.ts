import type { Platform } from './platform.ts';
import { x } from './x/platform.ts';

/** Every network there is, in the order the screens show them. The only list. */
export const platforms: readonly Platform[] = [x];

/** The network of this name or alias, in any case; undefined where there is none. */
export const findPlatform = (name: string): Platform | undefined => {
  const wanted = name.trim().toLowerCase();
  return platforms.find((platform) => platform.name === wanted || platform.aliases.includes(wanted));
};
