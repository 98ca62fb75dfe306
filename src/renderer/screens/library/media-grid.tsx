import { Checkbox } from '@mantine/core';
import IconMovie from '@tabler/icons-react/dist/esm/icons/IconMovie.mjs';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { MediaId } from '../../../shared/models/ids.ts';
import type { Media } from '../../../shared/models/media.ts';
import { formatDuration } from '../../film-facts.ts';
import { useWords } from '../../words.ts';
import { nextTile } from './next-tile.ts';
import classes from './media-grid.module.css';

interface MediaGridProps {
  readonly files: readonly Media[];
  readonly openId: string | null;
  /** The files that are chosen; null where nothing is chosen here. */
  readonly picked: ReadonlySet<MediaId> | null;
  readonly onOpen: (id: MediaId) => void;
  readonly onPick: (id: MediaId, wanted: boolean) => void;
}

/** Files as pictures. Tab leads into the grid once; arrow keys, Home and End go through it. */
export function MediaGrid({ files, openId, picked, onOpen, onPick }: MediaGridProps) {
  const t = useWords();
  const [reached, setReached] = useState(0);
  const at = Math.min(reached, files.length - 1);
  const go = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const grid = event.currentTarget.closest('ul');
    const tiles = [...(grid?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])];
    const here = tiles.indexOf(event.currentTarget);
    const tops = tiles.map((tile) => Math.round(tile.getBoundingClientRect().top));
    const next = nextTile(event.key, here, tops);
    if (next === null) return;
    event.preventDefault();
    setReached(next);
    tiles[next]?.focus();
  };
  return (
    <ul className={classes.grid} aria-label={t('library.files')}>
      {files.map((file, index) => (
        <li key={file.id} className={classes.tile} data-open={file.id === openId || undefined}>
          <button
            type="button"
            data-tile
            className={classes.button}
            tabIndex={index === at ? 0 : -1}
            aria-expanded={file.id === openId}
            onKeyDown={go}
            onFocus={() => setReached(index)}
            onClick={() => onOpen(file.id)}
          >
            {file.kind === 'video' ? (
              <video src={file.url} preload="metadata" muted aria-hidden tabIndex={-1} />
            ) : (
              <img src={file.url} alt="" loading="lazy" />
            )}
            {file.kind === 'video' ? (
              <span className={classes.film}>
                <IconMovie size={12} aria-hidden />{' '}
                {file.durationMs === null ? '' : formatDuration(file.durationMs)}
              </span>
            ) : null}
            <span className={classes.name}>{file.fileName}</span>
            {file.altText.trim() === '' ? (
              <span className={classes.bare}>{t('library.noDescription')}</span>
            ) : (
              <span className="ocma-read-only">{file.altText}</span>
            )}
          </button>
          {picked === null ? null : (
            <Checkbox
              className={classes.pick ?? ''}
              aria-label={t('library.pick', { name: file.fileName })}
              checked={picked.has(file.id)}
              onChange={(event) => onPick(file.id, event.currentTarget.checked)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
