import type { AssistVersion } from '../../../../shared/models/assist.ts';
import { keyphrasesOf, stemOf } from '../../keyphrases.ts';
import { languageOf } from '../../language.ts';
import { sentencesOf } from '../../readability/sentences.ts';
import { wordsOf } from '../../readability/words.ts';
import { tidied, withoutExclamationRows, withoutHashtag } from '../../text-edits.ts';
import { sentence } from '../../wording.ts';
import { unfaithful } from '../checks/faithfulness.ts';
import { holdsPhrase } from '../checks/fit.ts';
import { noStyle } from '../commission.ts';
import type { Commission } from '../commission.ts';
import type { MadeByRules } from '../kind.ts';
import { posted } from '../posted.ts';
import { withoutFillers } from './fillers.ts';

/** A text on its way to being shorter, with what was done. */
interface Shorter {
  readonly text: string;
  readonly why: readonly string[];
}

/** Leaves out a sentence that holds no fact, the one that says least first; null where there is none. */
const withoutASentence = (
  { text, why }: Shorter,
  { first, rules, keyphrase, language }: Commission,
): Shorter | null => {
  const sentences = sentencesOf(text);
  const stems = new Set(
    keyphrasesOf(first, languageOf(first).code).flatMap(({ phrase }) => wordsOf(phrase).map(stemOf)),
  );
  const weightOf = (item: string): number =>
    wordsOf(item).filter((word) => stems.has(stemOf(word))).length / Math.max(1, wordsOf(item).length);
  const candidates = sentences
    .slice(1)
    .filter((item) => text.includes(item))
    .map((item) => ({ item, rest: tidied(text.replace(item, () => ' ')), weight: weightOf(item) }))
    .filter(
      ({ rest }) => keyphrase === null || !holdsPhrase(first, keyphrase) || holdsPhrase(rest, keyphrase),
    )
    .filter(
      ({ rest }) =>
        unfaithful(first, rest, rules, { keeps: 'facts', language, names: 'all', given: '' }).length === 0,
    )
    .sort((a, b) => a.weight - b.weight);
  const [least] = candidates;
  if (least === undefined) return null;
  return {
    text: least.rest,
    why: [...why, sentence('assist', 'rule_sentence_left_out', { sentence: least.item })],
  };
};

/** Leaves out the last hashtag of the row at the end; null where nothing may go. */
const withoutAHashtag = ({ text, why }: Shorter, { first, rules, language }: Commission): Shorter | null => {
  for (const tag of [...new Set(rules.measure(text).entities.hashtags)].toReversed()) {
    const rest = withoutHashtag(text, tag);
    const isFaithful =
      unfaithful(first, rest, rules, { keeps: 'facts', language, names: 'all', given: '' }).length === 0;
    if (rest !== text && isFaithful)
      return { text: rest, why: [...why, sentence('assist', 'rule_hashtag_left_out', { tag })] };
  }
  return null;
};

/**
 * Shortens by fixed rules and says what went: words that add nothing, then whole sentences without a fact, then
 * hashtags, until the text has at most `limit`. It never writes a word; a text of nothing but facts stays as it is.
 */
export const shortenByRules = (commission: Commission, limit: number, most: number): MadeByRules => {
  const { first, replies, rules } = commission;
  const lengthOf = (text: string): number => rules.measure(text).length;
  const plain = tidied(withoutExclamationRows(withoutFillers(first, rules)));
  const begun: Shorter = {
    text: plain,
    why: plain === first ? [] : [sentence('rewrite', 'rule_fillers')],
  };
  const steps: Shorter[] = [begun];
  let last: Shorter = begun;
  for (const leaveOut of [withoutASentence, withoutAHashtag]) {
    while (lengthOf(last.text) > limit) {
      const next = leaveOut(last, commission);
      if (next === null) break;
      last = next;
      steps.push(next);
    }
  }
  const versions: AssistVersion[] = steps
    .toReversed()
    .filter(
      ({ text, why }) => why.length > 0 && lengthOf(text) < lengthOf(first) && rules.measure(text).valid,
    )
    .slice(0, most)
    .map(({ text, why }) => posted({ text, why: why.join(' ') }, [text, ...replies], rules, noStyle));
  const note = versions.length > 0 ? sentence('rewrite', 'note_rules') : sentence('assist', 'note_all_facts');
  return { versions, note };
};
