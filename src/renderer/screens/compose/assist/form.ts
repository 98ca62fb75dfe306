import type { AssistTask, Hook, Tone } from '../../../../shared/models/assist.ts';
import type { AccountId, MediaId } from '../../../../shared/models/ids.ts';
import type { Draft } from '../draft.ts';

export type TaskKind = AssistTask['kind'];
type Goal = Extract<AssistTask, { kind: 'rewrite' }>['goal'];

/** What the user asks for, whatever task is looked at: what was chosen for one stays when another is. */
export interface AssistForm {
  readonly kind: TaskKind;
  readonly goal: Goal;
  readonly tones: readonly Tone[];
  readonly hooks: readonly Hook[];
  readonly versions: number;
  /** A BCP 47 tag; empty while none is chosen. */
  readonly language: string;
  readonly mediaId: MediaId | null;
  /** Whose tone counts, where the post goes to several accounts of one network. */
  readonly accountId: AccountId | null;
  readonly withTrends: boolean;
}

/** What the form begins with; `mediaId` where the panel was opened at a picture. */
export const firstForm = (mediaId: MediaId | null): AssistForm => ({
  kind: mediaId === null ? 'rewrite' : 'alt_text',
  goal: 'clarity',
  tones: [],
  hooks: [],
  versions: 2,
  language: '',
  mediaId,
  accountId: null,
  withTrends: false,
});

/** What there is to be helped with. */
interface Occasion {
  /** The network has titles of their own. */
  readonly titled: boolean;
  readonly threads: boolean;
  readonly pictures: number;
}

/** The tasks that make sense for this post on this network, in their order. */
export const offeredTasks = ({ titled, threads, pictures }: Occasion): readonly TaskKind[] => [
  'rewrite',
  'shorten',
  ...(threads ? (['thread'] as const) : []),
  'hashtags',
  ...(titled ? (['title', 'description'] as const) : []),
  'translate',
  ...(pictures > 0 ? (['alt_text'] as const) : []),
];

/** What is lacking before anything can be asked. */
export type Missing = 'text' | 'language' | 'picture';

/** The task as the contract takes it, or what is lacking. */
export function taskOf(
  form: AssistForm,
  draft: Draft,
): { readonly task: AssistTask } | { readonly missing: Missing } {
  const { kind, goal, tones, hooks, versions, language, mediaId } = form;
  if (kind === 'alt_text') {
    const isThere = draft.parts.some(({ media }) => media.some(({ id }) => id === mediaId));
    return mediaId === null || !isThere ? { missing: 'picture' } : { task: { kind, mediaId } };
  }
  if (draft.parts.every(({ text }) => text.trim() === '')) return { missing: 'text' };
  switch (kind) {
    case 'rewrite':
      return { task: { kind, goal, tones: [...tones], hooks: [...hooks], versions } };
    case 'shorten':
    case 'title':
      return { task: { kind, versions } };
    case 'translate':
      return language === '' ? { missing: 'language' } : { task: { kind, language } };
    case 'thread':
    case 'hashtags':
    case 'description':
      return { task: { kind } };
  }
}

/** Tasks for which several versions may be asked. */
export const hasVersions = (kind: TaskKind): boolean =>
  kind === 'rewrite' || kind === 'shorten' || kind === 'title';

/** Tasks that look at what the user wants to be found for; a translation and a description of a picture keep to their own. */
export const takesKeyphrase = (kind: TaskKind): boolean => kind !== 'translate' && kind !== 'alt_text';

/** Tasks that rising topics are material for. */
export const takesTopics = (kind: TaskKind): boolean => kind === 'rewrite' || kind === 'hashtags';

/** Tasks whose versions are texts of the post, so that they can be tested against one another. */
export const isTestable = (kind: TaskKind): boolean => kind !== 'title' && kind !== 'alt_text';

/** Tasks that rules can do by themselves where there is no language model. */
export const rulesCan = (kind: TaskKind): boolean =>
  kind === 'rewrite' || kind === 'shorten' || kind === 'thread' || kind === 'hashtags';
