import { notifications } from '@mantine/notifications';
import { applyEdit } from '../../../shared/models/suggestion.ts';
import type { Suggestion } from '../../../shared/models/suggestion.ts';
import { useOfferUndo } from '../../parts/offer-undo.tsx';
import { useWords } from '../../words.ts';
import { withPart, withTexts } from './draft.ts';
import type { DraftHandle } from './use-draft.ts';

/** The changes that analysis and rewriting offer for a draft; what replaces words can be undone. */
export function useOfferedEdits({ draft, change }: DraftHandle) {
  const t = useWords();
  const offerUndo = useOfferUndo();
  const replaceTexts = (texts: readonly string[], message: string): void => {
    const before = draft;
    change((now) => withTexts(now, texts));
    offerUndo({ message, undo: () => change((now) => ({ ...now, parts: before.parts })) });
  };
  return {
    replaceTexts,
    apply(suggestion: Suggestion): void {
      if (!suggestion.edit) return;
      const result = applyEdit(
        draft.parts.map(({ text }) => text),
        suggestion.edit,
      );
      if (result.applied)
        replaceTexts(result.parts, t('compose.advice.applied', { title: suggestion.title }));
      else notifications.show({ message: t('compose.advice.changed') });
    },
    addHashtag(tag: string): void {
      const key = draft.parts[0]?.key;
      if (key === undefined) return;
      change((now) => withPart(now, key, ({ text }) => ({ text: `${text.trimEnd()} ${tag}`.trimStart() })));
    },
  };
}
