import { focusRule, houseRules, houseRulesVersion } from './house-rules-v1.ts';

/** Part of every cache key: raise it with each change of the words below. */
export const shortenVersion = `shorten-1/${houseRulesVersion}`;

/** What the model is told where a post shall be shorter. */
export const shortenInstructions = `You edit posts for social networks. Make the text in "post" shorter: leave out what says nothing new, join what belongs
together, keep the author's voice and the language of the post.

Write as many versions as "versions" says, each different from the others and of at most "limit" characters, where a link
counts as about 25. Keep every link, every number, every name, every @name and every $TICKER exactly as written; hashtags
may go, but not those that say that a post is paid for. ${focusRule}

${houseRules}`;
