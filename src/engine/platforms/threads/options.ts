import type { OptionField, OptionValues } from '../../../shared/models/publish-option.ts';
import { topicLimit } from './limits.ts';
import { words } from './words.ts';

const { replyControl, everyone, following, followers, mentioned, topic, link } = words.options;

const fields: readonly OptionField[] = [
  {
    kind: 'choice',
    id: 'reply_control',
    ...replyControl,
    shownWhen: null,
    choices: [
      { value: 'everyone', label: everyone },
      { value: 'accounts_you_follow', label: following },
      { value: 'followers_only', label: followers },
      { value: 'mentioned_only', label: mentioned },
    ],
    defaultValue: 'everyone',
    required: false,
  },
  {
    kind: 'text',
    id: 'topic_tag',
    ...topic,
    shownWhen: null,
    limit: topicLimit,
    multiline: false,
    required: false,
  },
  {
    kind: 'text',
    id: 'link_attachment',
    ...link,
    shownWhen: null,
    limit: 2_000,
    multiline: false,
    required: false,
  },
];

/** What may be chosen for a post on Threads. */
export const options = (): readonly OptionField[] => fields;

const replyControls = ['everyone', 'accounts_you_follow', 'followers_only', 'mentioned_only'] as const;

/** What was chosen, as far as it can be made out; the rest as if nothing was chosen. */
export interface Choices {
  readonly replyControl: (typeof replyControls)[number];
  /** Without the sign in front; empty for none. */
  readonly topic: string;
  /** Empty for none. */
  readonly link: string;
}

export const choicesOf = (values: OptionValues): Choices => {
  const { reply_control: control, topic_tag: topicTag, link_attachment: attachment } = values;
  return {
    replyControl: replyControls.find((known) => known === control) ?? 'everyone',
    topic: typeof topicTag === 'string' ? topicTag.trim().replace(/^#/, '') : '',
    link: typeof attachment === 'string' ? attachment.trim() : '',
  };
};
