import type { Structure } from '../../shared/models/analysis.ts';
import type { Reason } from '../../shared/models/reason.ts';
import type { Draft } from './draft.ts';
import { emojiIn, emojiRunsIn } from './emoji-runs.ts';
import { sentencesOf } from './readability/sentences.ts';
import { wordsOf } from './readability/words.ts';
import { scoreOf } from './scoring.ts';
import { reason } from './wording.ts';

/** Longer texts than this need line breaks, in UTF-16 units. */
const longText = 240;
const slowOpening = 25;

const callToAction =
  /\b(?:click|tap|read (?:more|on|the|our|about|how|why|all)|learn more|find out|check (?:it|this|out|them)|sign up|subscribe|join (?:us|me|in|the|our)|register|book (?:a|your|now)|buy (?:now|it|yours|tickets)|shop now|order (?:now|yours)|download|try (?:it|this|our|the)|get (?:yours|started|your|the|tickets)|watch (?:the|this|now|live|our|it)|listen (?:to|now|here)|share (?:this|your|with)|tell (?:us|me)|let (?:us|me) know|reply|comment|vote|follow (?:us|me|along|for)|tag (?:a|someone|your)|retweet|repost|dm (?:us|me)|visit|apply (?:now|by|today|here)|donate|save (?:this|the date|your seat)|don't miss|swipe|see (?:more|how|why|the full)|here's how|link in|explore|discover|stay tuned|send us)\b/iu;

const openingReasons = (firstLine: string, firstSentenceWords: number): readonly Reason[] => {
  const hook =
    /\?|^\P{L}*\p{N}|\b(?:you|your|how|why|what if|imagine|ever|stop|new|secret|mistakes?)\b/iu.test(
      firstLine,
    );
  return [
    ...(firstSentenceWords > slowOpening ? [reason('opening_slow', -10, { words: firstSentenceWords })] : []),
    ...(firstSentenceWords > 0 && firstSentenceWords <= 12 ? [reason('opening_short', 10)] : []),
    ...(hook ? [reason('opening_hook', 10)] : []),
  ];
};

const emojiReasons = (emoji: number, words: number): readonly Reason[] => {
  if (emoji === 0) return [];
  const many = emoji > 3 && emoji > words / 10;
  return [many ? reason('too_many_emoji', -10, { count: emoji, words }) : reason('some_emoji', 5)];
};

const emojiRunReasons = (text: string): readonly Reason[] => {
  const longest = Math.max(0, ...emojiRunsIn(text).map(({ emoji }) => emoji.length));
  return longest === 0 ? [] : [reason('emoji_run', -8, { count: longest })];
};

/** How a post is built, by rules of thumb of the trade. */
export const structureOf = (draft: Draft): Structure => {
  const { prose, text, urls, hashtags, language } = draft;
  const words = draft.words.length;
  const firstLine = prose.split('\n').find((line) => line.trim() !== '') ?? '';
  const [firstSentence = ''] = sentencesOf(firstLine);
  const lineBreaks = draft.input.parts.reduce((sum, part) => sum + part.trim().split('\n').length - 1, 0);
  const emoji = emojiIn(text).length;
  const exclamations = prose.split('!').length - 1;
  const hasQuestion = /[?？؟]/u.test(prose);
  const hasCallToAction = callToAction.test(prose.replaceAll('’', "'"));
  const allWords = words + hashtags.length;
  const hashtagShare = hashtags.length / Math.max(1, allWords);
  const longest = Math.max(
    0,
    ...draft.input.parts.map((part) => (part.trim().includes('\n') ? 0 : part.length)),
  );
  const reasons = [
    ...openingReasons(firstLine, wordsOf(firstSentence).length),
    ...(hasQuestion ? [reason('question', 10)] : []),
    ...(hasCallToAction ? [reason('call_to_action', 15)] : []),
    ...(!hasCallToAction && urls.length === 0 && language.english && words > 0
      ? [reason('no_call_to_action', -5)]
      : []),
    ...(longest > longText ? [reason('wall_of_text', -10)] : []),
    ...(lineBreaks > 0 && longest <= longText ? [reason('line_breaks', 5)] : []),
    ...emojiReasons(emoji, words),
    ...emojiRunReasons(text),
    ...(hashtags.length > 2 && hashtagShare > 0.3
      ? [reason('hashtag_load', -10, { percent: Math.round(hashtagShare * 100) })]
      : []),
    ...(exclamations > 3 ? [reason('exclamations', -10, { count: exclamations })] : []),
    ...(words < 5 ? [reason('very_short', -15, { words })] : []),
  ];
  return { ...scoreOf(50, reasons), firstLine, hasQuestion, hasCallToAction, lineBreaks, emoji, words };
};
