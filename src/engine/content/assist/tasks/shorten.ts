import { sentence } from '../../wording.ts';
import { shortenInstructions, shortenVersion } from '../../prompts/shorten-v1.ts';
import { textsSchema } from '../answer-shapes.ts';
import { unfaithful } from '../checks/faithfulness.ts';
import { holdsPhrase, refusedBy, tooManyHashtags, withoutKeyphrase } from '../checks/fit.ts';
import { cautionOfNames } from '../checks/names.ts';
import { languageFaults } from '../checks/spoken-language.ts';
import { noStyle } from '../commission.ts';
import type { Commission } from '../commission.ts';
import type { AssistKind } from '../kind.ts';
import { shortenByRules } from '../rules/shorten-by-rules.ts';
import { posted } from '../posted.ts';

const versionsOf = ({ task }: Commission): number => (task.kind === 'shorten' ? task.versions : 1);

/** What a text that fits already should come down to. */
const shareKept = 0.75;

/** How long the shorter text may be: what the network takes, what it shows unfolded, or a quarter less than now. */
export const shorterLimit = ({ first, rules }: Commission): number => {
  const { length } = rules.measure(first);
  if (length > rules.limit) return rules.limit;
  if (rules.truncation !== null && length > rules.truncation && rules.truncation >= length / 3)
    return rules.truncation;
  return Math.max(1, Math.floor(length * shareKept));
};

/** A shorter text keeps the phrase that the post has, and need not add one. */
const keptPhrase = ({ first, keyphrase }: Commission): string | null =>
  keyphrase !== null && holdsPhrase(first, keyphrase) ? keyphrase : null;

/** The same in fewer words. */
export const shorten: AssistKind = {
  promptVersion: shortenVersion,
  schemaName: 'shortened_posts',
  schema: textsSchema,
  instructions: () => shortenInstructions,
  data: (commission) => ({
    post: commission.first,
    limit: shorterLimit(commission),
    focus: keptPhrase(commission) ?? '',
  }),
  styles: (commission) => Array.from({ length: versionsOf(commission) }, () => noStyle),
  versionOf: (proposal, style, { rules, replies }) =>
    posted(proposal, [...proposal.pieces, ...replies], rules, style),
  faultsOf({ text }, commission) {
    const { first, rules, language } = commission;
    const keyphrase = keptPhrase(commission);
    return [
      ...(rules.measure(text).length >= rules.measure(first).length
        ? [sentence('assist', 'rejected_not_shorter')]
        : []),
      ...refusedBy(text, rules),
      ...unfaithful(first, text, rules, { keeps: 'facts', language, names: 'all', given: keyphrase ?? '' }),
      ...tooManyHashtags(first, text, rules),
      ...languageFaults(language, text),
      ...withoutKeyphrase(text, keyphrase),
    ];
  },
  caution: ({ first, language }) => cautionOfNames(first, language),
  byRules: (commission) => shortenByRules(commission, shorterLimit(commission), versionsOf(commission)),
};
