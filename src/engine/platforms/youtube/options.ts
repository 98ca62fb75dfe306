import type { OptionField, OptionValues } from '../../../shared/models/publish-option.ts';
import { firstCommentId } from '../options/fields.ts';
import { mostComment, mostTags, mostTitle } from './limits.ts';
import { words } from './words.ts';

const { options: said } = words;

type Said = { readonly label: string; readonly help: string | null };

const field = (id: string, { label, help }: Said) => ({ id, label, help, shownWhen: null });

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What may be chosen for a video. The description is the post's text. */
export const options = (): readonly OptionField[] => [
  { kind: 'text', ...field('title', said.title), limit: mostTitle, multiline: false, required: true },
  {
    kind: 'choice',
    ...field('madeForKids', said.madeForKids),
    choices: choicesOf(said.madeForKids.choices),
    defaultValue: null,
    required: true,
  },
  {
    kind: 'choice',
    ...field('privacy', said.privacy),
    choices: choicesOf(said.privacy.choices),
    defaultValue: 'public',
    required: true,
  },
  { kind: 'tags', ...field('tags', said.tags), limit: mostTags },
  {
    kind: 'choice',
    ...field('category', said.category),
    choices: said.category.choices.map(([value, label]) => ({ value, label })),
    defaultValue: '22',
    required: true,
  },
  { kind: 'toggle', ...field('altered', said.altered), defaultValue: false },
  { kind: 'toggle', ...field('notifySubscribers', said.notifySubscribers), defaultValue: true },
  { kind: 'toggle', ...field('embeddable', said.embeddable), defaultValue: true },
  {
    kind: 'choice',
    ...field('license', said.license),
    choices: choicesOf(said.license.choices),
    defaultValue: 'youtube',
    required: true,
  },
  { kind: 'text', ...field('playlist', said.playlist), limit: 200, multiline: false, required: false },
  {
    kind: 'text',
    ...field(firstCommentId, said.firstComment),
    limit: mostComment,
    multiline: true,
    required: false,
  },
];

/** The options as they were chosen; what is missing has its default. */
export interface Chosen {
  readonly title: string;
  /** Null while the user has not said. */
  readonly madeForKids: boolean | null;
  readonly privacy: 'public' | 'unlisted' | 'private';
  readonly tags: readonly string[];
  readonly category: string;
  readonly altered: boolean;
  readonly notifySubscribers: boolean;
  readonly embeddable: boolean;
  readonly license: 'youtube' | 'creativeCommon';
  /** A playlist's id; null where the video goes into none. */
  readonly playlist: string | null;
}

export const chosenOf = (values: OptionValues): Chosen => {
  const text = (id: string): string => (typeof values[id] === 'string' ? values[id].trim() : '');
  const toggle = (id: string, usual: boolean): boolean =>
    typeof values[id] === 'boolean' ? values[id] : usual;
  const privacy = text('privacy');
  const kids = text('madeForKids');
  const { tags } = values;
  return {
    title: text('title'),
    madeForKids: kids === '' ? null : kids === 'yes',
    privacy: privacy === 'private' || privacy === 'unlisted' ? privacy : 'public',
    tags: Array.isArray(tags) ? tags.map((tag) => tag.trim()).filter((tag) => tag !== '') : [],
    category: text('category') === '' ? '22' : text('category'),
    altered: toggle('altered', false),
    notifySubscribers: toggle('notifySubscribers', true),
    embeddable: toggle('embeddable', true),
    license: text('license') === 'creativeCommon' ? 'creativeCommon' : 'youtube',
    playlist: playlistIdOf(text('playlist')),
  };
};

/** The id in what was typed: the id itself, or a playlist's address. */
const playlistIdOf = (typed: string): string | null =>
  typed === '' ? null : (/[?&]list=([\w-]+)/.exec(typed)?.[1] ?? typed);
