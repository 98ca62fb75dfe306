import type { CheckedPart, PartProblem, PublishSetting } from '../content.ts';
import type { Platform } from '../platform.ts';
import { checkComment, checkCaption } from './check-text.ts';
import { checkMedia } from './check-media.ts';
import { mostCollaborators, mostItems } from './limits.ts';
import { choicesOf } from './options.ts';
import type { Choices } from './options.ts';
import { problem } from './problems.ts';

/** What stands in the way of publishing these parts on Instagram; the first is the post, all later ones are comments. */
export const check: Platform['check'] = (parts, _profile, setting) => {
  const choices = choicesOf(setting.options);
  const [post, ...comments] = parts;
  if (post === undefined) return [];
  return [
    ...checkPost(post, choices, setting),
    ...comments.flatMap((comment, index) => checkComment(comment, index + 1, setting)),
    ...(choices.format === 'story' && comments.length > 0
      ? [problem({ id: 'instagram_story_comment', part: 1 })]
      : []),
  ];
};

const checkPost = (post: CheckedPart, choices: Choices, setting: PublishSetting): readonly PartProblem[] => [
  ...checkNumber(post, choices),
  ...(post.media.length > 0 && !setting.hasMediaHost
    ? [problem({ id: 'instagram_media_host', part: 0 })]
    : []),
  ...checkCaption(post, choices),
  ...checkMedia(post.media, choices),
  ...(choices.format === 'feed' ? checkCollaborators(choices.collaborators) : []),
];

const checkNumber = ({ media }: CheckedPart, { format }: Choices): readonly PartProblem[] => {
  const count = media.length;
  if (count === 0) return [problem({ id: 'instagram_needs_media', part: 0 })];
  if (format === 'story' && count > 1)
    return [problem({ id: 'instagram_story_one', part: 0, params: { count } })];
  return count > mostItems
    ? [problem({ id: 'instagram_too_many_items', part: 0, params: { count, limit: mostItems } })]
    : [];
};

const checkCollaborators = (names: readonly string[]): readonly PartProblem[] => {
  const count = names.length;
  const unfit = names.find((name) => !/^[\w.]{1,30}$/.test(name));
  return [
    ...(count > mostCollaborators
      ? [
          problem({
            id: 'instagram_collaborators',
            part: 0,
            params: { count, limit: mostCollaborators },
          }),
        ]
      : []),
    ...(unfit === undefined
      ? []
      : [problem({ id: 'instagram_collaborator_name', part: 0, params: { name: unfit.slice(0, 40) } })]),
  ];
};
