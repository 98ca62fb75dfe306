import type { MeasurementRange } from '../../../shared/models/measurement.ts';
import type { CheckedPart, PartProblem } from '../content.ts';
import type { Platform } from '../platform.ts';
import { checkMedia } from './check-media.ts';
import { checkOptions } from './check-options.ts';
import { mostComment, mostHashtags } from './limits.ts';
import { chosenOf } from './options.ts';
import { problem } from './problems.ts';
import { measure } from './text.ts';

/** What stands in the way of publishing a video with these comments on YouTube, and what should be known first. */
export const check: Platform['check'] = ([video, ...comments], profile, setting) => {
  if (video === undefined) return [];
  return [
    ...checkMedia(video.media, profile),
    ...checkDescription(video.text),
    ...checkOptions(setting),
    ...(comments.length > 0 ? checkAudience(setting) : []),
    ...comments.flatMap((comment, index) => checkComment(comment, index + 1)),
  ];
};

const checkDescription = (text: string): readonly PartProblem[] => {
  const { length, limit, entities, ranges = [] } = measure(text);
  const first = (reason: MeasurementRange['reason']): PartProblem['range'] => {
    const range = ranges.find((range) => range.reason === reason);
    return range === undefined ? null : { start: range.start, end: range.end };
  };
  const problems: PartProblem[] = [];
  if (length > limit) {
    const range = first('over_limit');
    problems.push(problem({ id: 'youtube_description_too_long', part: 0, params: { length, limit }, range }));
  }
  const refused = first('not_allowed');
  if (refused !== null) {
    problems.push(problem({ id: 'youtube_description_character', part: 0, range: refused }));
  }
  const surplus = first('too_many');
  if (surplus !== null) {
    const params = { count: entities.hashtags.length, limit: mostHashtags };
    problems.push(problem({ id: 'youtube_hashtags', part: 0, severity: 'warning', params, range: surplus }));
  }
  return problems;
};

/** Some videos have no comments. */
const checkAudience = ({ options }: Parameters<Platform['check']>[2]): readonly PartProblem[] => {
  const { madeForKids, privacy } = chosenOf(options);
  if (madeForKids === true) return [problem({ id: 'youtube_kids_comments', part: 1 })];
  return privacy === 'private' ? [problem({ id: 'youtube_private_comments', part: 1 })] : [];
};

const checkComment = ({ text, media }: CheckedPart, part: number): readonly PartProblem[] => {
  const problems: PartProblem[] = [];
  const { length } = text;
  if (text.trim() === '') problems.push(problem({ id: 'youtube_comment_empty', part }));
  if (length > mostComment) {
    problems.push(problem({ id: 'youtube_comment_too_long', part, params: { length, limit: mostComment } }));
  }
  if (media.length > 0) problems.push(problem({ id: 'youtube_comment_media', part }));
  return problems;
};
