import { stemOf } from '../../keyphrases.ts';
import { wordsOf } from '../../readability/words.ts';
import { stopWords } from '../../stop-words.ts';
import { sentence } from '../../wording.ts';

/** A model that declines does so in the place of the text, where it has to answer in a shape. */
const refusal =
  /^\W*(?:(?:i['’]?m|i am|we['’]re) (?:very )?sorry\b|sorry,? (?:but )?i\b|i (?:can['’]?t|cannot|can not|won['’]?t|am unable to|am not able to|must decline)\b.{0,40}\b(?:help|assist|comply|create|write|rewrite|fulfil|provide|describe|translate|do that)|as an? (?:ai|language model)\b|(?:es )?tut mir leid,? (?:aber )?(?:ich|das)\b|ich kann (?:dabei|das|diesen?|ihnen|dir) .{0,30}nicht\b|lo siento,? (?:pero )?no\b|(?:je suis )?désolée?,? (?:mais )?je\b)/iu;

/** Or it talks to whoever asked, before it writes. */
const preamble =
  /^\W*(?:(?:sure|certainly|of course|absolutely|okay|gladly)[!,. ]+here(?:['’]s| is| are)\b[^\n]{0,80}:|here(?:['’]s| is| are) [^\n]{0,40}\b(?:rewritten|revised|shortened|translated|rewrite|translation|versions?)\b[^\n]{0,40}:)/iu;

/** Says that a text is none, but a refusal or a word to whoever asked; nothing where the original begins so too. */
export const strayFaults = (original: string, text: string): readonly string[] =>
  [
    ...(refusal.test(text) && !refusal.test(original) ? (['rejected_refusal'] as const) : []),
    ...(preamble.test(text) && !preamble.test(original) ? (['rejected_preamble'] as const) : []),
  ].map((id) => sentence('assist', id));

const small: ReadonlySet<string> = new Set([...stopWords.values()].flatMap((words) => [...words]));
const withoutSpaces = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;
const shortestWord = 4;
const fewestWords = 5;

/** The beginnings of the words that say something: `bake` and `baking` begin alike. */
const beginningsOf = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text.toLowerCase())
      .filter((word) => word.length >= shortestWord && !small.has(word))
      .map((word) => stemOf(word).slice(0, shortestWord)),
  );

/**
 * Says that a text has not one word in common with its original, so that it is about something else, such as what an
 * instruction hidden in the material asked for. Nothing for short originals, and where words are not told by spaces.
 */
export const offTopicFaults = (original: string, text: string): readonly string[] => {
  const before = beginningsOf(original);
  if (before.size < fewestWords || withoutSpaces.test(original)) return [];
  const after = beginningsOf(text);
  return [...before].some((word) => after.has(word)) ? [] : [sentence('assist', 'rejected_off_topic')];
};
