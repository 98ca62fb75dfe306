import { focusRule, houseRules, houseRulesVersion } from './house-rules-v1.ts';

/** Part of every cache key: raise it with each change of the words below. */
export const titleVersion = `title-1/${houseRulesVersion}`;

/** What the model is told where a title, or a first line, is wanted. */
export const titleInstructions = `You write titles for videos and first lines for posts. What it is about is in "post".

Write as many as "versions" says, each different from the others, in the language of the post and of at most "limit"
characters. Each says what a reader gets, with the words that people search for first. One line, no link, no hashtag, no
row of capitals, no quotation marks around it. ${focusRule}

${houseRules}`;
