import type { z } from 'zod';
import type { AssistVersion } from '../../../shared/models/assist.ts';
import type { Commission, Style } from './commission.ts';

/** What rules made of a draft. */
export interface MadeByRules {
  readonly versions: readonly AssistVersion[];
  /** A sentence that says that it was rules, or why they could do nothing. */
  readonly note: string;
}

/** One text of a model's answer, before anybody has checked it. */
export interface Proposal {
  readonly text: string;
  /** Of texts that come in several pieces; else the text alone. */
  readonly pieces: readonly string[];
  readonly why: string;
}

/** How one kind of task is put to a language model, how its answers are checked, and what rules can do instead. */
export interface AssistKind {
  /** Part of every cache key: it changes with the prompt's words. */
  readonly promptVersion: string;
  /** A name for the answer's shape: letters, digits and underscores. */
  readonly schemaName: string;
  /** The shape of the answer: an object with a list `versions`. */
  readonly schema: z.ZodType<{ versions: readonly Answered[] }>;
  /** What the model is told; holds nothing that anybody wrote but the app. */
  readonly instructions: (commission: Commission) => string;
  /** The data beside the post, its network and what was wrong before. */
  readonly data: (commission: Commission) => Readonly<Record<string, unknown>>;
  /** What the versions should be like, one each. */
  readonly styles: (commission: Commission) => readonly Style[];
  readonly versionOf: (proposal: Proposal, style: Style, commission: Commission) => AssistVersion;
  /** What is wrong with a version, in sentences for the user and for the model that shall mend it. */
  readonly faultsOf: (version: AssistVersion, commission: Commission) => readonly string[];
  /** What no check can tell about a version by a language model, in a sentence; null where there is nothing. */
  readonly caution?: (commission: Commission) => string | null;
  /** Null where only a language model can do it. */
  readonly byRules: ((commission: Commission) => MadeByRules) | null;
  /** Why nobody can do it with this draft, in a sentence; null where it can be done. */
  readonly impossible?: (commission: Commission) => string | null;
}

/** One entry of an answer's list: a text, the pieces of one, or hashtags. */
export type Answered =
  | { readonly text: string; readonly why: string }
  | { readonly parts: readonly string[]; readonly why: string }
  | { readonly hashtags: readonly string[]; readonly why: string };
