import { Anchor } from '@mantine/core';
import { describeFailure } from '../../failure.ts';
import { useWords } from '../../words.ts';
import classes from './save-note.module.css';
import type { SaveState } from './saver.ts';

/** How the saving stands, in a word. */
export function SaveNote({ save, onAgain }: { save: SaveState; onAgain: () => void }) {
  const t = useWords();
  if (save.kind === 'failed') {
    const { message } = describeFailure(save.error, t);
    return (
      <span className={classes.failed} role="alert">
        {t('compose.save.failed')}. {t('compose.save.failedHint', { message })}{' '}
        <Anchor component="button" type="button" size="sm" onClick={onAgain}>
          {t('compose.save.again')}
        </Anchor>
      </span>
    );
  }
  if (save.kind === 'conflict') return <span className={classes.failed}>{t('compose.save.failed')}</span>;
  return <output className={classes.note}>{t(`compose.save.${save.kind}`)}</output>;
}
