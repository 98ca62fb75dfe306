import { splitIntoThread } from '../../thread.ts';
import { sentence } from '../../wording.ts';
import { threadInstructions, threadVersion } from '../../prompts/thread-v1.ts';
import { partsSchema } from '../answer-shapes.ts';
import { unfaithful } from '../checks/faithfulness.ts';
import { refusedBy, withoutKeyphrase } from '../checks/fit.ts';
import { cautionOfNames } from '../checks/names.ts';
import { languageFaults } from '../checks/spoken-language.ts';
import { noStyle } from '../commission.ts';
import type { AssistKind } from '../kind.ts';
import { posted } from '../posted.ts';

const mostParts = 25;
const shortest = 100;

const numberedPart =
  /^\(?\d{1,2}\s?\/\s?(?:\d{1,2}|n)?\)?[.:]?\s+|\s+\(?\d{1,2}\s?\/\s?(?:\d{1,2}|n)?\)?$/giu;

/** The parts without their numbers, where every one has one: the network shows their order by itself. */
const unnumbered = (pieces: readonly string[]): readonly string[] => {
  const plain = pieces.map((piece) => piece.replace(numberedPart, '').trim());
  return plain.every((piece, index) => piece !== '' && piece !== pieces[index]) ? plain : pieces;
};

/** Cuts a text into the posts of a thread. */
export const thread: AssistKind = {
  promptVersion: threadVersion,
  schemaName: 'thread_parts',
  schema: partsSchema,
  instructions: () => threadInstructions,
  data: ({ whole, rules, keyphrase }) => ({ post: whole, limit: rules.limit, focus: keyphrase ?? '' }),
  styles: () => [noStyle],
  versionOf({ pieces, why }, style, { rules }) {
    const parts = unnumbered(pieces);
    return posted({ text: parts.join('\n\n'), why }, parts, rules, style);
  },
  faultsOf: ({ text, parts }, { whole, rules, language, keyphrase }) => [
    ...(parts.length < 2 || parts.length > mostParts
      ? [sentence('assist', 'rejected_parts', { have: parts.length, most: mostParts })]
      : []),
    ...new Set(parts.flatMap((part) => refusedBy(part, rules))),
    ...unfaithful(whole, text, rules, { keeps: 'all', language, names: 'all', given: keyphrase ?? '' }),
    ...languageFaults(language, text),
    ...withoutKeyphrase(text, keyphrase),
  ],
  caution: ({ whole, language }) => cautionOfNames(whole, language),
  byRules({ whole, rules }) {
    const parts = splitIntoThread(whole, rules, mostParts);
    if (parts === null) return { versions: [], note: sentence('assist', 'note_fits_one_post') };
    const why = sentence('rewrite', 'rule_thread');
    return {
      versions: [posted({ text: parts.join('\n\n'), why }, parts, rules, noStyle)],
      note: sentence('rewrite', 'note_rules'),
    };
  },
  impossible({ whole, rules }) {
    if (!rules.threads) return sentence('assist', 'note_no_threads', { network: rules.name });
    return whole.length < shortest ? sentence('assist', 'note_fits_one_post') : null;
  },
};
