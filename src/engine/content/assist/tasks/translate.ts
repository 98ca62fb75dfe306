import { sentence } from '../../wording.ts';
import { translateInstructions, translateVersion } from '../../prompts/translate-v1.ts';
import { partsSchema } from '../answer-shapes.ts';
import { unfaithful } from '../checks/faithfulness.ts';
import { refusedBy } from '../checks/fit.ts';
import { codeOf, isLatin, languageFaults, named, spokenIn } from '../checks/spoken-language.ts';
import { noStyle } from '../commission.ts';
import type { Commission } from '../commission.ts';
import type { AssistKind } from '../kind.ts';
import { posted } from '../posted.ts';

const targetOf = ({ task }: Commission): string => (task.kind === 'translate' ? task.language : 'en');

const partsOf = ({ first, replies }: Commission): readonly string[] => [first, ...replies];

/** The post in another language, part by part. */
export const translate: AssistKind = {
  promptVersion: translateVersion,
  schemaName: 'translated_parts',
  schema: partsSchema,
  instructions: () => translateInstructions,
  data: (commission) => ({
    parts: partsOf(commission),
    language: `${named(targetOf(commission))} (${targetOf(commission)})`,
    limit: commission.rules.limit,
  }),
  styles: () => [noStyle],
  versionOf: (proposal, style, { rules }) => posted(proposal, proposal.pieces, rules, style),
  faultsOf({ text, parts }, commission) {
    const { whole, rules, language } = commission;
    const target = targetOf(commission);
    const before = partsOf(commission).filter((part) => part.trim() !== '');
    const isSame = text === before.map((part) => part.trim()).join('\n\n');
    const code = codeOf(target);
    // A language that cannot be told from others is at least not the one that the post is in.
    const isUntouched = isSame || (code === null && language !== null && spokenIn(text) === language);
    return [
      ...(isUntouched ? [sentence('assist', 'rejected_language', { language: named(target) })] : []),
      ...(isUntouched ? [] : languageFaults(code, text)),
      ...(parts.length === before.length
        ? []
        : [sentence('assist', 'rejected_part_count', { have: parts.length, need: before.length })]),
      ...new Set(parts.flatMap((part) => refusedBy(part, rules))),
      ...unfaithful(whole, text, rules, {
        keeps: 'all',
        language: null,
        names: isLatin(target) ? 'coined' : 'none',
        given: '',
      }),
    ];
  },
  caution: () => sentence('assist', 'note_check_translation'),
  byRules: null,
  impossible(commission) {
    const target = targetOf(commission);
    const code = target.includes('-') ? null : codeOf(target);
    return code !== null && code.length === 2 && code === commission.language
      ? sentence('assist', 'note_same_language', { language: named(target) })
      : null;
  },
};
