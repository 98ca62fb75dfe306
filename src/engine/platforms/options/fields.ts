import { options as words } from '../../../shared/catalogue/en/options.ts';
import type { OptionField } from '../../../shared/models/publish-option.ts';
import type { Platform } from '../platform.ts';
import type { AccountProfile } from '../reading.ts';

/** The reserved id of the field whose text goes out as a comment under the post. */
export const firstCommentId = 'firstComment';

/** What may be chosen at a network: its own fields, and the first comment where later parts can stand under a post. */
export function fieldsOf(
  { card, options }: Pick<Platform, 'card' | 'options'>,
  profile: AccountProfile | null,
): readonly OptionField[] {
  const own = options?.(profile) ?? [];
  if (card.laterParts === 'none' || own.some(({ id }) => id === firstCommentId)) return own;
  const said = card.laterParts === 'thread' ? words.firstReply : words.firstComment;
  const field: OptionField = {
    kind: 'text',
    id: firstCommentId,
    ...said,
    shownWhen: null,
    limit: null,
    multiline: true,
    required: false,
  };
  return [...own, field];
}
