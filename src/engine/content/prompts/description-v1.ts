import { focusRule, houseRules, houseRulesVersion } from './house-rules-v1.ts';

/** Part of every cache key: raise it with each change of the words below. */
export const descriptionVersion = `description-1/${houseRulesVersion}`;

/** What the model is told where a description is wanted. */
export const descriptionInstructions = `You write descriptions for videos and posts that are found by search. What it is about is in "post".

Answer one version, in the language of the post and of at most "limit" characters as "network" counts. Its first
"lead" characters are seen before a reader opens the rest: they say what it is about and what the reader gets. Then come
the details, in short paragraphs. Keep every link, every number, every name, every @name, every #hashtag and every $TICKER
of the post exactly as written; hashtags come last. ${focusRule}

${houseRules}`;
