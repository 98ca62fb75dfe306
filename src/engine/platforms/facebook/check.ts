import type { Platform } from '../platform.ts';
import type { CheckedPart, PartProblem } from '../content.ts';
import { measureText } from '../meta/text.ts';
import { checkMedia } from './check-media.ts';
import { mostComment, mostText, mostTitle } from './limits.ts';
import { chosen } from './options.ts';
import type { Format } from './options.ts';
import { problem } from './problems.ts';

/** What stands in the way of publishing these parts on a Page. Later parts go out as comments under the first. */
export const check: Platform['check'] = (parts, _profile, { options, scopes }) => {
  const { format, title, linkPreview } = chosen(options);
  const [first, ...later] = parts;
  const problems: PartProblem[] = [];
  if (scopes !== null && !scopes.includes('pages_manage_posts'))
    problems.push(problem({ id: 'facebook_publish_permission', part: 0, severity: 'error' }));
  if (first !== undefined) {
    problems.push(...checkText(first, format, linkPreview), ...checkMedia(first.media, format));
  }
  if (format === 'story' && later.length > 0)
    problems.push(problem({ id: 'facebook_story_comment', part: 1, severity: 'error' }));
  if (format !== 'story' && Array.from(title).length > mostTitle) {
    const params = { length: Array.from(title).length, limit: mostTitle };
    problems.push(problem({ id: 'facebook_title_too_long', part: 0, severity: 'error', params }));
  }
  return [...problems, ...later.flatMap((part, index) => checkComment(part, index + 1))];
};

const checkText = (
  { text, media }: CheckedPart,
  format: Format,
  linkPreview: boolean,
): readonly PartProblem[] => {
  if (format === 'story') {
    return text.trim() === '' ? [] : [problem({ id: 'facebook_story_text', part: 0, severity: 'warning' })];
  }
  const { length, limit, entities, ranges = [] } = measureText(text, mostText);
  const problems: PartProblem[] = [];
  if (text.trim() === '' && media.length === 0)
    problems.push(problem({ id: 'facebook_empty', part: 0, severity: 'error' }));
  if (length > limit) {
    const [over = null] = ranges.filter(({ reason }) => reason === 'over_limit');
    const params = { length, limit, over: length - limit };
    const range = over && { start: over.start, end: over.end };
    problems.push(problem({ id: 'facebook_too_long', part: 0, severity: 'error', params, range }));
  }
  if (entities.urls.some(isOfFacebook))
    problems.push(problem({ id: 'facebook_own_link', part: 0, severity: 'warning' }));
  if (linkPreview && media.length === 0 && entities.urls.length > 1)
    problems.push(problem({ id: 'facebook_second_link', part: 0, severity: 'info' }));
  return problems;
};

const isOfFacebook = (url: string): boolean =>
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:facebook\.com|fb\.com|fb\.me|fb\.watch)(?:[/?#]|$)/i.test(url);

const checkComment = ({ text, media }: CheckedPart, part: number): readonly PartProblem[] => {
  const { length, limit, ranges = [] } = measureText(text, mostComment);
  const problems: PartProblem[] = [];
  const number = part + 1;
  if (text.trim() === '') problems.push(problem({ id: 'facebook_empty', part, severity: 'error' }));
  if (length > limit) {
    const [over = null] = ranges;
    const params = { number, length, limit, over: length - limit };
    const range = over && { start: over.start, end: over.end };
    problems.push(problem({ id: 'facebook_comment_too_long', part, severity: 'error', params, range }));
  }
  if (media.length > 0)
    problems.push(problem({ id: 'facebook_comment_media', part, severity: 'error', params: { number } }));
  return problems;
};
