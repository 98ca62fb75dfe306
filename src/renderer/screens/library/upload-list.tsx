import { CloseButton, Progress } from '@mantine/core';
import type { Upload } from '../../parts/uploads/use-uploads.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './upload-list.module.css';

/** Files on their way into the library. */
export function UploadList({
  uploads,
  onStop,
}: {
  uploads: readonly Upload[];
  onStop: (key: string) => void;
}) {
  const t = useWords();
  const { share } = useFormats();
  if (uploads.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('library.uploads')}>
      {uploads.map(({ key, name, share: done }) => {
        const words =
          done >= 1
            ? t('compose.media.preparing', { name })
            : t('compose.media.uploading', { name, percent: share(Math.round(done * 100) / 100) });
        return (
          <li key={key} className={classes.upload}>
            <span className={classes.words}>{words}</span>
            <Progress value={done * 100} size="sm" className={classes.bar ?? ''} aria-label={words} />
            <CloseButton
              size="sm"
              aria-label={t('compose.media.cancel', { name })}
              onClick={() => onStop(key)}
            />
          </li>
        );
      })}
    </ul>
  );
}
