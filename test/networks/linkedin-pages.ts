import { linkedinPages as platform } from '../../src/engine/platforms/linkedin/platform.ts';
import { linkedin } from './linkedin.ts';
import type { NetworkSeed } from './seed.ts';

/**
 * LinkedIn by an app for pages: several accounts by one sign-in, posts that can be read back, and a sign-in that renews
 * itself, so that a token which is refused once stops nothing.
 */
export const linkedinPages: NetworkSeed = {
  ...linkedin,
  platform,
  refusals: linkedin.refusals.filter(({ name }) => !name.startsWith('auth_')),
};
