import { useId } from 'react';
import type { MediaId } from '../../../../shared/models/ids.ts';
import type { Media } from '../../../../shared/models/media.ts';
import { useWords } from '../../../words.ts';
import classes from './assist.module.css';

interface PictureChoiceProps {
  readonly pictures: readonly Media[];
  readonly chosen: MediaId | null;
  readonly onChange: (id: MediaId) => void;
}

/** The pictures of the post, one of which is to be described. */
export function PictureChoice({ pictures, chosen, onChange }: PictureChoiceProps) {
  const t = useWords();
  const name = useId();
  return (
    <fieldset className={classes.pictures}>
      <legend>{t('assist.picture')}</legend>
      {pictures.map(({ id, url, fileName }) => (
        <label key={id} className={classes.picture}>
          <input
            type="radio"
            name={name}
            className="ocma-read-only"
            checked={id === chosen}
            onChange={() => onChange(id)}
          />
          <img src={url} alt={fileName} title={fileName} />
        </label>
      ))}
    </fieldset>
  );
}
