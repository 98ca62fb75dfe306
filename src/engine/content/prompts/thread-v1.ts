import { focusRule, houseRules, houseRulesVersion } from './house-rules-v1.ts';

/** Part of every cache key: raise it with each change of the words below. */
export const threadVersion = `thread-1/${houseRulesVersion}`;

/** What the model is told where a text shall become a thread. */
export const threadInstructions = `You edit posts for social networks. Make a thread of the text in "post", in its language and in its author's voice.

Answer one version. Each of its "parts" is one post of the thread: it holds one thought, can be understood alone, and is of
at most "limit" characters, where a link counts as about 25; there are two to 25 of them. The first makes people want to
read on. Together they say all that the post says, in its order. Do not number them. Keep every link, every number, every
name, every @name, every #hashtag and every $TICKER exactly as written, each once. ${focusRule}

${houseRules}`;
