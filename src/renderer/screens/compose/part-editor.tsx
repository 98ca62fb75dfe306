import { ActionIcon, FileButton, Tooltip } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { Media } from '../../../shared/models/media.ts';
import type { MeasurementRange } from '../../../shared/models/measurement.ts';
import { useOfferUndo } from '../../parts/offer-undo.tsx';
import { useWords } from '../../words.ts';
import { CountRing } from './count-ring.tsx';
import type { DraftPart } from './draft.ts';
import { MarkedText } from './marked-text.tsx';
import { MediaStrip } from './media-strip.tsx';
import classes from './part-editor.module.css';
import { filesOf, useFileDrop } from '../../parts/uploads/use-file-drop.ts';
import type { PreflightLine } from './use-preflight.ts';
import { useMeasurements } from './use-measurements.ts';
import type { Measured } from './use-measurements.ts';
import { useUploads } from '../../parts/uploads/use-uploads.ts';

/** What a part may ask of the thread it stands in. */
export interface PartActs {
  readonly change: (change: Partial<DraftPart>) => void;
  readonly addMedia: (media: Media) => void;
  readonly add: () => void;
  readonly remove: () => void;
  readonly move: (direction: 1 | -1) => void;
}

interface PartEditorProps {
  readonly part: DraftPart;
  readonly index: number;
  readonly count: number;
  readonly platforms: readonly string[];
  readonly maxAltText: number;
  readonly disabled: boolean;
  /** What becomes of this part at networks without threads; empty where there is nothing to say. */
  readonly notes: readonly string[];
  /** What the chosen networks say of this part. */
  readonly lines: readonly PreflightLine[];
  readonly acts: PartActs;
  readonly areaRef: (area: HTMLTextAreaElement | null) => void;
}

const rangesOf = (text: string, measured: readonly Measured[]): readonly MeasurementRange[] =>
  measured.flatMap((one) =>
    (one.measurement.ranges ?? []).flatMap((range): MeasurementRange[] => {
      if (one.text === text) return [range];
      // While typing goes on, what is over the limit stays marked up to the last letter; other marks wait.
      return range.reason === 'over_limit' ? [{ ...range, end: text.length }] : [];
    }),
  );

/** One part of a thread: its text, its media, its counts. */
export function PartEditor({
  part,
  index,
  count,
  platforms,
  maxAltText,
  disabled,
  notes,
  lines,
  acts,
  areaRef,
}: PartEditorProps) {
  const t = useWords();
  const offerUndo = useOfferUndo();
  const measured = useMeasurements(part.text, platforms);
  const { uploads, addFiles, stop } = useUploads(acts.addMedia);
  const take = (files: Iterable<File>): void => void addFiles(files);
  const { place, over } = useFileDrop(disabled ? null : take);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      acts.move(event.key === 'ArrowUp' ? -1 : 1);
    } else if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key === 'Enter') {
      event.preventDefault();
      acts.add();
    } else if (event.key === 'Backspace' && count > 1 && part.text === '' && part.media.length === 0) {
      event.preventDefault();
      acts.remove();
    }
  };
  const paste = (event: ClipboardEvent): void => {
    const files = filesOf(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  };
  const removeMedia = (at: number, name: string): void => {
    const before = part.media;
    acts.change({ media: before.filter((_, other) => other !== at) });
    offerUndo({ message: t('compose.media.removed', { name }), undo: () => acts.change({ media: before }) });
  };

  const exchange = (at: number, { id }: Media): void => {
    const before = part.media;
    acts.change({ media: before.map((one, other) => (other === at ? { ...one, id } : one)) });
    offerUndo({ message: t('compose.film.converted'), undo: () => acts.change({ media: before }) });
  };

  const label =
    count > 1 ? t('compose.text.partLabel', { number: index + 1, count }) : t('compose.text.label');
  return (
    <section
      ref={place}
      className={classes.part}
      aria-label={label}
      data-over={over || undefined}
      data-single={count === 1 || undefined}
    >
      <MarkedText
        ref={areaRef}
        value={part.text}
        ranges={rangesOf(part.text, measured)}
        onChange={(event) => acts.change({ text: event.currentTarget.value })}
        onKeyDown={press}
        onPaste={paste}
        placeholder={index === 0 ? t('compose.text.placeholder') : t('compose.text.nextPlaceholder')}
        aria-label={label}
        aria-keyshortcuts="Alt+Shift+ArrowUp Alt+Shift+ArrowDown"
        readOnly={disabled}
        spellCheck
      />
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
      <MediaStrip
        media={part.media}
        uploads={uploads}
        maxAltText={maxAltText}
        disabled={disabled}
        lines={lines}
        onChange={(media) => acts.change({ media })}
        onConverted={exchange}
        onRemove={removeMedia}
        onStop={stop}
      />
      <footer className={classes.foot}>
        {disabled ? null : (
          <FileButton multiple accept="image/*,video/*,.heic,.heif,.mov" onChange={take}>
            {(props) => (
              <Tooltip label={t('compose.media.add')}>
                <ActionIcon {...props} size={30} aria-label={t('compose.media.add')}>
                  <IconPhoto size={18} stroke={1.7} />
                </ActionIcon>
              </Tooltip>
            )}
          </FileButton>
        )}
        {count > 1 ? <PartButtons index={index} count={count} disabled={disabled} acts={acts} /> : null}
        <div className={classes.rings}>
          {measured.map((one) => (
            <CountRing key={one.platform} measured={one} />
          ))}
        </div>
      </footer>
      {over ? <div className={classes.drop}>{t('compose.media.drop')}</div> : null}
    </section>
  );
}

interface PartButtonsProps {
  readonly index: number;
  readonly count: number;
  readonly disabled: boolean;
  readonly acts: PartActs;
}

function PartButtons({ index, count, disabled, acts }: PartButtonsProps) {
  const t = useWords();
  const buttons = [
    { key: 'up', Icon: IconArrowUp, off: index === 0, act: () => acts.move(-1) },
    { key: 'down', Icon: IconArrowDown, off: index === count - 1, act: () => acts.move(1) },
    { key: 'remove', Icon: IconTrash, off: false, act: acts.remove },
  ] as const;
  return buttons.map(({ key, Icon, off, act }) => (
    <Tooltip key={key} label={t(`compose.thread.${key}`)}>
      <ActionIcon size={30} aria-label={t(`compose.thread.${key}`)} disabled={off || disabled} onClick={act}>
        <Icon size={16} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  ));
}
