import type { CheckedPart, PartProblem, PublishSetting } from '../content.ts';
import { entitiesOf } from '../meta/entities.ts';
import type { Entity } from '../meta/entities.ts';
import { captionLimit, mostHashtags, mostMentions, shownHashtags } from './limits.ts';
import type { Choices } from './options.ts';
import { problem } from './problems.ts';

/** The scope that comments need. */
export const commentScope = 'instagram_business_manage_comments';

/** The rules for a caption. A story shows none. */
export const checkCaption = ({ text }: CheckedPart, { format }: Choices): readonly PartProblem[] => {
  if (format === 'story')
    return text.trim() === ''
      ? []
      : [problem({ id: 'instagram_story_text', part: 0, severity: 'warning', range: whole(text) })];
  const entities = entitiesOf(text);
  const hashtags = entities.filter(({ kind }) => kind === 'hashtag');
  const mentions = entities.filter(({ kind }) => kind === 'mention');
  const url = entities.find(({ kind }) => kind === 'url');
  const problems: PartProblem[] = [];
  if (text.length > captionLimit) {
    const params = { length: text.length, limit: captionLimit, over: text.length - captionLimit };
    const range = { start: captionLimit, end: text.length };
    problems.push(problem({ id: 'instagram_caption_too_long', part: 0, params, range }));
  }
  if (hashtags.length > mostHashtags)
    problems.push(problem({ id: 'instagram_too_many_hashtags', part: 0, ...beyond(hashtags, mostHashtags) }));
  else if (hashtags.length > shownHashtags)
    problems.push(
      problem({
        id: 'instagram_many_hashtags',
        part: 0,
        severity: 'warning',
        ...beyond(hashtags, shownHashtags),
      }),
    );
  if (mentions.length > mostMentions)
    problems.push(problem({ id: 'instagram_too_many_mentions', part: 0, ...beyond(mentions, mostMentions) }));
  if (url !== undefined)
    problems.push(problem({ id: 'instagram_link', part: 0, severity: 'info', range: placeOf(url) }));
  return problems;
};

/** The rules for a comment under the post. */
export const checkComment = (
  { text, media }: CheckedPart,
  part: number,
  { scopes }: PublishSetting,
): readonly PartProblem[] => {
  const problems: PartProblem[] = [];
  if (text.trim() === '')
    problems.push(problem({ id: 'instagram_comment_empty', part, params: { number: part } }));
  if (text.length > captionLimit) {
    const params = { length: text.length, limit: captionLimit, over: text.length - captionLimit };
    problems.push(problem({ id: 'instagram_comment_too_long', part, params }));
  }
  if (media.length > 0) problems.push(problem({ id: 'instagram_comment_media', part }));
  if (scopes !== null && !scopes.includes(commentScope))
    problems.push(problem({ id: 'instagram_comment_scope', part }));
  return problems;
};

const beyond = (
  found: readonly Entity[],
  limit: number,
): { params: PartProblem['params']; range: PartProblem['range'] } => {
  const first = found[limit];
  return {
    params: { count: found.length, limit },
    range: first === undefined ? null : placeOf(first),
  };
};

const placeOf = ({ start, end }: Entity): PartProblem['range'] => ({ start, end });

const whole = (text: string): PartProblem['range'] => ({ start: 0, end: text.length });
