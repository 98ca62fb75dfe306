import { z } from 'zod';
import { messageParamsSchema } from './reason.ts';

const target = {
  /** Which part (post of a thread) the edit is for, counted from 0. */
  part: z.int().nonnegative(),
  /** The part's text as it was analysed: an edit is applied only to this text. */
  before: z.string(),
};

/**
 * A change that needs no further thought: another text for the part, a thread in its place, or the link moved to a
 * reply that follows it. `applyEdit` applies it.
 */
export const suggestionEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replace_text'), ...target, text: z.string() }),
  z.object({ kind: z.literal('move_link_to_reply'), ...target, text: z.string(), reply: z.string() }),
  z.object({ kind: z.literal('split_into_thread'), ...target, parts: z.array(z.string()).min(2) }),
]);
/** A change that needs no further thought. */
export type SuggestionEdit = z.infer<typeof suggestionEditSchema>;

/**
 * One piece of advice. `gain` is the expected rise of the overall score in points. `kind` is the sentences' key under
 * `analysis.suggestion` in the catalogue (`<kind>.title`, `<kind>.explanation`), `id` tells two of a kind apart and is
 * the same each time the same text is analysed. `error`: the network would refuse the post as it is.
 */
export const suggestionSchema = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  gain: z.number().nonnegative(),
  params: messageParamsSchema,
  title: z.string(),
  explanation: z.string(),
  edit: suggestionEditSchema.optional(),
});
/** One piece of advice. */
export type Suggestion = z.infer<typeof suggestionSchema>;

/** What became of an edit: the new texts, or that the text has changed since it was analysed. */
export type EditResult =
  | { readonly applied: true; readonly parts: readonly string[] }
  | { readonly applied: false; readonly reason: 'text_changed' };

/**
 * Applies a suggestion's edit to the texts of a post's parts. Returns new texts and leaves the given ones alone, so
 * that undoing it is to keep the old ones. Refuses where the part no longer reads as it was analysed.
 */
export const applyEdit = (parts: readonly string[], edit: SuggestionEdit): EditResult => {
  if (parts[edit.part] !== edit.before) return { applied: false, reason: 'text_changed' };
  const replacement = replacementOf(edit);
  return {
    applied: true,
    parts: [...parts.slice(0, edit.part), ...replacement, ...parts.slice(edit.part + 1)],
  };
};

const replacementOf = (edit: SuggestionEdit): readonly string[] => {
  switch (edit.kind) {
    case 'replace_text':
      return [edit.text];
    case 'move_link_to_reply':
      return [edit.text, edit.reply];
    case 'split_into_thread':
      return edit.parts;
  }
};
