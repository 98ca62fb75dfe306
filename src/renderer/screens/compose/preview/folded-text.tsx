import { useState } from 'react';
import { useWords } from '../../../words.ts';
import classes from './preview.module.css';
import { PreviewText } from './preview-text.tsx';

interface FoldedTextProps {
  readonly text: string;
  readonly platform: string;
  /** Where the network folds it away; null where it does not. */
  readonly truncatedAt: number | null;
  /** Stands in front of it, as the name before a caption. */
  readonly before?: string;
}

/** A text as long as the network shows it, and the rest behind a button. Nothing where there is no text. */
export function FoldedText({ text, platform, truncatedAt, before }: FoldedTextProps) {
  const t = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const folded = truncatedAt !== null && !unfolded && text.length > truncatedAt;
  if (text.trim() === '' && before === undefined) return null;
  return (
    <p className={classes.text} dir="auto">
      {before === undefined ? null : (
        <strong>
          <bdi>{before}</bdi>{' '}
        </strong>
      )}
      <PreviewText text={folded ? text.slice(0, truncatedAt).trimEnd() : text} platform={platform} />
      {folded ? (
        <>
          {'… '}
          <button type="button" className={classes.fold} onClick={() => setUnfolded(true)}>
            {t('compose.preview.more')}
          </button>
        </>
      ) : null}
    </p>
  );
}
