import { houseRules, houseRulesVersion } from './house-rules-v1.ts';

/** Part of every cache key: raise it with each change of the words below. */
export const translateVersion = `translate-1/${houseRulesVersion}`;

/** What the model is told of a translation. */
export const translateInstructions = `You translate posts for social networks into the language that "language" names, as somebody would write who grew up with
it. The post's pieces are in "parts".

Answer one version with exactly as many "parts", in the same order. Each is of at most "limit" characters as "network"
counts, where a link counts as about 25. Keep every link, every number, every time, every @name, every #hashtag and every
$TICKER exactly as written, and translate no brand.

${houseRules}`;
