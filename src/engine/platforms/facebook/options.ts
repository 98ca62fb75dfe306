import type { OptionField, OptionValues } from '../../../shared/models/publish-option.ts';
import { firstCommentId } from '../options/fields.ts';
import { mostComment, mostTitle } from './limits.ts';
import { facebook as words } from './words.ts';

/** What a post becomes on Facebook. */
export type Format = 'post' | 'reel' | 'story';

const { options } = words;

/** What may be chosen for a post on a Page. */
export const optionFields: readonly OptionField[] = [
  {
    kind: 'choice',
    id: 'format',
    label: options.format.label,
    help: options.format.help,
    shownWhen: null,
    choices: [
      { value: 'post', label: options.format.choices.post },
      { value: 'reel', label: options.format.choices.reel },
      { value: 'story', label: options.format.choices.story },
    ],
    defaultValue: 'post',
    required: false,
  },
  {
    kind: 'toggle',
    id: 'link_preview',
    label: options.link_preview.label,
    help: options.link_preview.help,
    shownWhen: { option: 'format', isOneOf: ['post'] },
    defaultValue: true,
  },
  {
    kind: 'text',
    id: 'video_title',
    label: options.video_title.label,
    help: options.video_title.help,
    shownWhen: { option: 'format', isOneOf: ['post', 'reel'] },
    limit: mostTitle,
    multiline: false,
    required: false,
  },
  {
    kind: 'text',
    id: firstCommentId,
    label: options.first_comment.label,
    help: options.first_comment.help,
    shownWhen: { option: 'format', isOneOf: ['post', 'reel'] },
    limit: mostComment,
    multiline: true,
    required: false,
  },
];

/** What was chosen, whatever is stored. */
export const chosen = (values: OptionValues) => {
  const { format, link_preview: preview, video_title: title } = values;
  const known: Format = format === 'reel' || format === 'story' ? format : 'post';
  return {
    format: known,
    linkPreview: preview !== false,
    title: typeof title === 'string' ? title.trim() : '',
  };
};
