import type { AssistVersion } from '../../../../shared/models/assist.ts';
import type { ContentRules } from '../../../platforms/content-rules.ts';
import { draftOf } from '../../draft.ts';
import { hashtagAdviceOf } from '../../hashtags.ts';
import { keyphrasesOf } from '../../keyphrases.ts';
import { sentence } from '../../wording.ts';
import type { Commission } from '../commission.ts';
import type { MadeByRules } from '../kind.ts';
import { longestOf } from '../posted.ts';

/** A post with hashtags at its end, in a row that is there or in one of their own; as it is where they do not fit. */
export const withHashtags = (text: string, row: string, rules: ContentRules): string => {
  if (row === '') return text;
  const endsInTags = /(?:^|\s)[#＃][\p{L}\p{M}\p{N}_]+\s*$/u.test(text);
  const longer = `${text.trimEnd()}${endsInTags ? ' ' : '\n\n'}${row}`;
  return rules.measure(longer).valid ? longer : text;
};

/** Sets of hashtags from what own posts have earned with them and from the text's keyphrases, without a language model. */
export const hashtagsByRules = (commission: Commission, room: number): MadeByRules => {
  const { first, replies, whole, rules, history } = commission;
  const draft = draftOf({ parts: [first, ...replies], rules, media: [], history });
  const { suggested } = hashtagAdviceOf(draft, keyphrasesOf(whole, draft.language.code));
  const own = suggested.filter(({ source }) => source === 'own_results');
  const fromText = suggested.filter(({ source }) => source === 'keyphrase');
  const versions: AssistVersion[] = [];
  for (const set of [own, fromText, [...own.slice(0, 1), ...fromText]]) {
    const chosen = set.slice(0, room);
    const text = chosen.map(({ tag }) => tag).join(' ');
    if (text === '' || versions.some((version) => version.text === text)) continue;
    const parts = [withHashtags(first, text, rules), ...replies];
    const why = chosen.map((one) => one.text).join(' ');
    versions.push({ text, parts, why, tone: null, hook: null, measurement: longestOf(parts, rules) });
  }
  const note =
    versions.length > 0 ? sentence('assist', 'note_hashtag_rules') : sentence('rewrite', 'note_nothing');
  return { versions, note };
};
