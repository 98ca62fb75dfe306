import type { OptionField, OptionValues } from '../../../shared/models/publish-option.ts';
import { mostCollaborators } from './limits.ts';
import { words } from './words.ts';

const { format, shareToFeed, collaborators, feed, story } = words.options;
const inFeed = { option: 'format', isOneOf: ['feed'] };

const fields: readonly OptionField[] = [
  {
    kind: 'choice',
    id: 'format',
    ...format,
    shownWhen: null,
    choices: [
      { value: 'feed', label: feed },
      { value: 'story', label: story },
    ],
    defaultValue: 'feed',
    required: false,
  },
  { kind: 'toggle', id: 'share_to_feed', ...shareToFeed, shownWhen: inFeed, defaultValue: true },
  { kind: 'tags', id: 'collaborators', ...collaborators, shownWhen: inFeed, limit: mostCollaborators },
];

/** What may be chosen for a post on Instagram. */
export const options = (): readonly OptionField[] => fields;

/** What was chosen, as far as it can be made out; the rest as if nothing was chosen. */
export interface Choices {
  readonly format: 'feed' | 'story';
  readonly shareToFeed: boolean;
  /** Without the sign in front. */
  readonly collaborators: readonly string[];
}

export const choicesOf = (values: OptionValues): Choices => {
  const { format: chosen, share_to_feed: share, collaborators: names } = values;
  return {
    format: chosen === 'story' ? 'story' : 'feed',
    shareToFeed: share !== false,
    collaborators: Array.isArray(names)
      ? names.map((name) => name.trim().replace(/^@/, '')).filter((name) => name !== '')
      : [],
  };
};
