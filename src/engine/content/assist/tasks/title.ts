import type { Measurement } from '../../../../shared/models/measurement.ts';
import { shoutedWords } from '../../capitals.ts';
import { sentence } from '../../wording.ts';
import { titleInstructions, titleVersion } from '../../prompts/title-v1.ts';
import { textsSchema } from '../answer-shapes.ts';
import { unfaithful } from '../checks/faithfulness.ts';
import { withoutKeyphrase } from '../checks/fit.ts';
import { cautionOfNames } from '../checks/names.ts';
import { languageFaults } from '../checks/spoken-language.ts';
import { noStyle } from '../commission.ts';
import type { Commission } from '../commission.ts';
import type { AssistKind } from '../kind.ts';

/** For networks that name no number. */
const usualLimit = 100;

/** The title's limit in characters; for networks without titles, how much of a first line is seen. */
const limitOf = ({ rules }: Commission): number =>
  rules.title?.limit ?? Math.min(rules.truncation ?? usualLimit, usualLimit * 2);

/** A title counted in characters, whatever unit the network's texts have. */
const measured = (text: string, commission: Commission): Measurement => {
  const { entities, ranges = [] } = commission.rules.measure(text);
  const limit = limitOf(commission);
  const length = Array.from(text).length;
  const isRefused = ranges.some(({ reason }) => reason === 'not_allowed');
  return { length, limit, valid: length > 0 && length <= limit && !isRefused, entities };
};

/** Titles of videos, and first lines where there are none; a version is the line alone. */
export const title: AssistKind = {
  promptVersion: titleVersion,
  schemaName: 'titles',
  schema: textsSchema,
  instructions: () => titleInstructions,
  data: (commission) => ({
    post: commission.whole,
    limit: limitOf(commission),
    focus: commission.keyphrase ?? '',
  }),
  styles: ({ task }) => Array.from({ length: task.kind === 'title' ? task.versions : 1 }, () => noStyle),
  versionOf: ({ text, why }, _, commission) => ({
    text,
    parts: [text],
    why,
    tone: null,
    hook: null,
    measurement: measured(text, commission),
  }),
  faultsOf({ text }, commission) {
    const { whole, rules, language, keyphrase } = commission;
    const { length, limit, valid, entities } = measured(text, commission);
    const isPlain =
      entities.urls.length + entities.hashtags.length === 0 && !/[\r\n]|https?:|www\./i.test(text);
    return [
      ...(length > limit
        ? [sentence('rewrite', 'rejected_over_limit', { over: length - limit, limit })]
        : []),
      ...(length <= limit && !valid
        ? [sentence('rewrite', 'rejected_invalid', { network: rules.name })]
        : []),
      ...(isPlain ? [] : [sentence('assist', 'rejected_title_plain')]),
      ...(shoutedWords(text) > 0 ? [sentence('assist', 'rejected_shouted')] : []),
      ...unfaithful(whole, text, rules, { keeps: 'nothing', language, names: 'all', given: keyphrase ?? '' }),
      ...languageFaults(language, text),
      ...withoutKeyphrase(text, keyphrase),
    ];
  },
  caution: ({ whole, language }) => cautionOfNames(whole, language),
  byRules: null,
};
