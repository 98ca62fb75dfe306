import { sentence } from '../../wording.ts';
import { descriptionInstructions, descriptionVersion } from '../../prompts/description-v1.ts';
import { textsSchema } from '../answer-shapes.ts';
import { unfaithful } from '../checks/faithfulness.ts';
import { holdsPhrase, refusedBy, tooManyHashtags } from '../checks/fit.ts';
import { cautionOfNames } from '../checks/names.ts';
import { languageFaults } from '../checks/spoken-language.ts';
import { noStyle } from '../commission.ts';
import type { Commission } from '../commission.ts';
import type { AssistKind } from '../kind.ts';
import { posted } from '../posted.ts';

/** What is seen before a reader opens the rest, where the network names no number. */
const usualLead = 150;

const leadOf = ({ rules }: Commission): number => rules.truncation ?? usualLead;

/** A description that is found by search and says at once what it is about. */
export const description: AssistKind = {
  promptVersion: descriptionVersion,
  schemaName: 'description',
  schema: textsSchema,
  instructions: () => descriptionInstructions,
  data: (commission) => ({
    post: commission.whole,
    limit: commission.rules.limit,
    lead: leadOf(commission),
    focus: commission.keyphrase ?? '',
  }),
  styles: () => [noStyle],
  versionOf: (proposal, style, { rules }) => posted(proposal, proposal.pieces, rules, style),
  faultsOf({ text }, commission) {
    const { whole, rules, language, keyphrase } = commission;
    const lead = Array.from(text).slice(0, leadOf(commission)).join('');
    return [
      ...(text === whole.trim() ? [sentence('rewrite', 'rejected_unchanged')] : []),
      ...refusedBy(text, rules),
      ...unfaithful(whole, text, rules, { keeps: 'all', language, names: 'all', given: keyphrase ?? '' }),
      ...tooManyHashtags(whole, text, rules),
      ...languageFaults(language, text),
      ...(keyphrase === null || holdsPhrase(lead, keyphrase)
        ? []
        : [sentence('assist', 'rejected_keyphrase_lead', { phrase: keyphrase, shown: leadOf(commission) })]),
    ];
  },
  caution: ({ whole, language }) => cautionOfNames(whole, language),
  byRules: null,
};
