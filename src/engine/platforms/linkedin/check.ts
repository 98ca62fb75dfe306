import type { CheckedPart, PartProblem, PublishSetting } from '../content.ts';
import type { AccountProfile } from '../reading.ts';
import { checkMedia } from './check-media.ts';
import { mostComment, mostLinkDescription, mostLinkTitle, mostText } from './limits.ts';
import { chosenIn } from './options.ts';
import { problem } from './problems.ts';
import { measure } from './text/measure.ts';
import { isOrganization } from './wire/urn.ts';

/** What stands in the way of publishing these parts on LinkedIn: the first is the post, the others are comments. */
export const check = (
  parts: readonly CheckedPart[],
  profile: AccountProfile | null,
  setting: PublishSetting,
): readonly PartProblem[] => [
  ...parts.flatMap((checked, part) => [...checkText(checked, part), ...checkPlace(checked, part)]),
  ...(parts[0] === undefined ? [] : checkChoices(parts[0], profile, setting)),
];

const checkText = ({ text, media }: CheckedPart, part: number): readonly PartProblem[] => {
  const limit = part === 0 ? mostText : mostComment;
  const { length, ranges = [] } = measure(text, limit);
  const first = (reason: string): PartProblem['range'] => {
    const range = ranges.find((one) => one.reason === reason);
    return range === undefined ? null : { start: range.start, end: range.end };
  };
  const problems: PartProblem[] = [];
  if (text.trim() === '' && (media.length === 0 || part > 0)) {
    problems.push(problem({ id: 'linkedin_empty', part, severity: 'error' }));
  }
  if (length > limit) {
    const id = part === 0 ? 'linkedin_too_long' : 'linkedin_comment_too_long';
    const params = { length, limit, over: length - limit };
    problems.push(problem({ id, part, severity: 'error', params, range: first('over_limit') }));
  }
  if (ranges.some(({ reason }) => reason === 'not_allowed')) {
    problems.push(
      problem({ id: 'linkedin_character', part, severity: 'error', range: first('not_allowed') }),
    );
  }
  return problems;
};

const checkPlace = ({ media }: CheckedPart, part: number): readonly PartProblem[] => {
  if (part === 0) return checkMedia(media, part);
  return media.length > 0 ? [problem({ id: 'linkedin_comment_media', part, severity: 'error' })] : [];
};

const checkChoices = (
  { text, media }: CheckedPart,
  profile: AccountProfile | null,
  setting: PublishSetting,
): readonly PartProblem[] => {
  const chosen = chosenIn(setting.options);
  const { urls } = measure(text, mostText).entities;
  const found: PartProblem[] = [];
  const add = (id: Parameters<typeof problem>[0]['id'], severity: PartProblem['severity']): void => {
    const params = { title: mostLinkTitle, description: mostLinkDescription };
    found.push(problem({ id, part: 0, severity, ...(id === 'linkedin_title_too_long' && { params }) }));
  };
  if (chosen.visibility === 'CONNECTIONS' && profile !== null && isOrganization(profile.facts)) {
    add('linkedin_connections', 'error');
  }
  if (chosen.linkTitle.length > mostLinkTitle || chosen.linkDescription.length > mostLinkDescription) {
    add('linkedin_title_too_long', 'error');
  }
  const titled = chosen.linkTitle !== '';
  if (titled && media.length > 0) add('linkedin_title_with_media', 'warning');
  else if (titled && urls.length === 0) add('linkedin_title_without_link', 'warning');
  else if (!titled && media.length === 0 && urls.length > 0) add('linkedin_link_without_card', 'info');
  return found;
};
