import { createRequire } from 'node:module';
import type * as TwitterText from 'twitter-text';

const load = createRequire(import.meta.url);

/**
 * X's own text library (twitter-text 3.1.0). Loaded at the first call, because it takes about 75 ms to load and a
 * process that counts nothing should not pay for it; Node's module cache makes every further call cheap.
 */
export const twitterText = (): typeof TwitterText => load('twitter-text');
