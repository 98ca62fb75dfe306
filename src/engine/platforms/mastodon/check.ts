import type { CheckedPart, PartProblem, PublishSetting } from '../content.ts';
import type { AccountProfile } from '../reading.ts';
import { checkMedia } from './check-media.ts';
import { limitsOf } from './limits.ts';
import type { ServerLimits } from './limits.ts';
import { chosenFrom, languageCode } from './options.ts';
import type { Chosen } from './options.ts';
import { problem } from './problems.ts';
import { countedText, specialsIn } from './text/counted.ts';

/** What stands in the way of publishing these parts on the account's server, and what should be known first. */
export const check = (
  parts: readonly CheckedPart[],
  profile: AccountProfile | null,
  { options }: PublishSetting,
): readonly PartProblem[] => {
  const limits = limitsOf(profile);
  const chosen = chosenFrom(options);
  return [
    ...parts.flatMap((checked, part) => [
      ...checkText(checked, part, limits, chosen),
      ...checkMedia(checked.media, part, limits),
    ]),
    ...checkOptions(parts, chosen),
  ];
};

const checkText = (
  { text, media }: CheckedPart,
  part: number,
  limits: ServerLimits,
  { spoilerText }: Chosen,
): readonly PartProblem[] => {
  const problems: PartProblem[] = [];
  if (text.trim() === '' && media.length === 0) {
    problems.push(problem({ id: 'mastodon_empty', part, severity: 'error' }));
  }
  const half = /\p{Surrogate}+/u.exec(text);
  if (half !== null) {
    const range = { start: half.index, end: half.index + half[0].length };
    problems.push(problem({ id: 'mastodon_character', part, severity: 'error', range }));
  }
  return [...problems, ...checkLength(text, part, limits, spoilerText)];
};

/** The warning counts like the text that it stands before. */
const checkLength = (
  text: string,
  part: number,
  { characters: limit, perUrl }: ServerLimits,
  spoilerText: string,
): readonly PartProblem[] => {
  const own = countedText(text, { limit, perUrl });
  const range = own.over === null ? null : { start: own.over, end: text.length };
  if (range !== null) {
    const params = { length: own.length, limit, perUrl, over: own.length - limit };
    return [problem({ id: 'mastodon_too_long', part, severity: 'error', params, range })];
  }
  const length = own.length + countedText(spoilerText, { limit, perUrl }).length;
  if (length <= limit) return [];
  const params = { length, limit, over: length - limit };
  return [problem({ id: 'mastodon_too_long_with_warning', part, severity: 'error', params })];
};

const checkOptions = (
  parts: readonly CheckedPart[],
  { language, visibility }: Chosen,
): readonly PartProblem[] => {
  const problems: PartProblem[] = [];
  if (language !== '' && languageCode(language) === null) {
    problems.push(problem({ id: 'mastodon_language', part: 0, severity: 'error', params: { language } }));
  }
  const mentionsSomebody = parts.some(({ text }) => specialsIn(text).some(({ kind }) => kind === 'mention'));
  if (visibility === 'direct' && !mentionsSomebody) {
    problems.push(problem({ id: 'mastodon_direct_to_nobody', part: 0, severity: 'warning' }));
  }
  return problems;
};
