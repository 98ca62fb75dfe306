import { notifications } from '@mantine/notifications';
import { applyEdit } from '../../../shared/models/suggestion.ts';
import type { Suggestion } from '../../../shared/models/suggestion.ts';
import { useOfferUndo } from '../../parts/offer-undo.tsx';
import { useWords } from '../../words.ts';
import { withPart, withTexts } from './draft.ts';
import type { Draft } from './draft.ts';
import type { DraftHandle } from './use-draft.ts';

/** The changes that analysis and rewriting offer for a draft; what replaces words can be undone. */
export function useOfferedEdits({ draft, change }: DraftHandle) {
  const t = useWords();
  const offerUndo = useOfferUndo();
  const replace = (next: (draft: Draft) => Draft, message: string): void => {
    const { parts, options } = draft;
    change(next);
    offerUndo({ message, undo: () => change((now) => ({ ...now, parts, options })) });
  };
  return {
    /** Changes words or choices of the draft; can be undone. */
    replace,
    apply(suggestion: Suggestion): void {
      if (!suggestion.edit) return;
      const result = applyEdit(
        draft.parts.map(({ text }) => text),
        suggestion.edit,
      );
      if (result.applied)
        replace(
          (now) => withTexts(now, result.parts),
          t('compose.advice.applied', { title: suggestion.title }),
        );
      else notifications.show({ message: t('compose.advice.changed') });
    },
    addHashtag(tag: string): void {
      const key = draft.parts[0]?.key;
      if (key === undefined) return;
      change((now) => withPart(now, key, ({ text }) => ({ text: `${text.trimEnd()} ${tag}`.trimStart() })));
    },
  };
}
