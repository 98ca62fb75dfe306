import { houseRules, houseRulesVersion } from './house-rules-v1.ts';

/** Part of every cache key: raise it with each change of the words below. */
export const hashtagsVersion = `hashtags-1/${houseRulesVersion}`;

/** What the model is told where hashtags are wanted. */
export const hashtagsInstructions = `You choose hashtags for posts on social networks. The text is in "post".

Answer as many sets as "versions" says, each of at most "hashtags" hashtags that people who look for this subject would
follow, in the language of the post: the first set broad, the next ones narrower. Each begins with # and is one word of
letters and digits, with a capital at each word inside of it. Use none of those that the post has already. "own_results"
are hashtags of earlier posts with what those posts earned: prefer them where they are about the subject. "topics" are
rising now: use one only where the post is about it. Where "focus" is not empty, one set holds it as a hashtag.

${houseRules}`;
