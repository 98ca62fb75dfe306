import type { AssistTask, Hook, Tone, ToneGuide } from '../../../shared/models/assist.ts';
import type { MediaId } from '../../../shared/models/ids.ts';
import type { ContentRules } from '../../platforms/content-rules.ts';
import type { ContentHistory } from '../content-input.ts';
import type { TopicsSent } from './material.ts';

/** A picture as it would be sent: small, and without what the camera noted. */
export interface SmallPicture {
  readonly mediaId: MediaId;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly dataUrl: string;
}

/** A draft and what is asked of it, with all that the answer may rest on. */
export interface Commission<Task extends AssistTask = AssistTask> {
  readonly task: Task;
  readonly rules: ContentRules;
  /** The post's parts in order. */
  readonly first: string;
  readonly replies: readonly string[];
  /** All parts, a blank line between two. */
  readonly whole: string;
  /** What the user wants to be found for. */
  readonly keyphrase: string | null;
  /** Of the post, as `spokenIn` says; null where it cannot be told. */
  readonly language: string | null;
  /** What own posts with hashtags have earned. */
  readonly history: ContentHistory;
  /** Rising topics, cleaned; null unless the user wants them sent along and the task has a use for them. */
  readonly rising: TopicsSent | null;
  /** Only where the tone `own` is asked for, and own posts tell it. */
  readonly toneGuide: ToneGuide | null;
  readonly picture: SmallPicture | null;
}

export type CommissionOf<Name extends AssistTask['kind']> = Commission<Extract<AssistTask, { kind: Name }>>;

/** What one version should be like. */
export interface Style {
  readonly tone: Tone | null;
  readonly hook: Hook | null;
}

export const noStyle: Style = { tone: null, hook: null };
