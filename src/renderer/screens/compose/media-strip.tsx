import {
  ActionIcon,
  Button,
  CloseButton,
  Loader,
  Popover,
  Text,
  Textarea,
  UnstyledButton,
} from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconWand from '@tabler/icons-react/dist/esm/icons/IconWand.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Media } from '../../../shared/models/media.ts';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { formatBytes } from '../../bytes.ts';
import { useOpenHelp } from './assist/open-help.ts';
import type { DraftPart } from './draft.ts';
import { codecName, formatDuration } from '../../film-facts.ts';
import { FilmNote } from './film/film-note.tsx';
import classes from './media-strip.module.css';
import type { PreflightLine } from './use-preflight.ts';
import type { Upload } from '../../parts/uploads/use-uploads.ts';

type PartMedia = DraftPart['media'];

interface MediaStripProps {
  readonly media: PartMedia;
  readonly uploads: readonly Upload[];
  readonly maxAltText: number;
  readonly disabled: boolean;
  /** What the chosen networks say of the part. */
  readonly lines: readonly PreflightLine[];
  readonly onChange: (media: PartMedia) => void;
  readonly onConverted: (index: number, converted: Media) => void;
  readonly onRemove: (index: number, name: string) => void;
  readonly onStop: (key: string) => void;
}

/** The pictures and videos of a part, each with its description, and the files on their way. */
export function MediaStrip({
  media,
  uploads,
  maxAltText,
  disabled,
  lines,
  onChange,
  onConverted,
  onRemove,
  onStop,
}: MediaStripProps) {
  if (media.length === 0 && uploads.length === 0) return null;
  return (
    <>
      <ul className={classes.strip}>
        {media.map((one, index) => (
          <MediaTile
            key={one.id}
            id={one.id}
            altText={one.altText}
            maxAltText={maxAltText}
            disabled={disabled}
            onAltText={(altText) =>
              onChange(media.map((other, at) => (at === index ? { ...other, altText } : other)))
            }
            onRemove={(name) => onRemove(index, name)}
          />
        ))}
        {uploads.map((upload) => (
          <UploadTile key={upload.key} upload={upload} onStop={() => onStop(upload.key)} />
        ))}
      </ul>
      {disabled
        ? null
        : media.map(({ id }, index) => (
            <FilmOf
              key={id}
              id={id}
              lines={lines}
              onConverted={(converted) => onConverted(index, converted)}
            />
          ))}
    </>
  );
}

interface FilmOfProps {
  readonly id: Media['id'];
  readonly lines: readonly PreflightLine[];
  readonly onConverted: (converted: Media) => void;
}

function FilmOf({ id, lines, onConverted }: FilmOfProps) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.media.get.queryOptions({ input: { workspaceId, id } }));
  return data?.kind === 'video' ? <FilmNote film={data} lines={lines} onConverted={onConverted} /> : null;
}

interface MediaTileProps {
  readonly id: Media['id'];
  readonly altText: string;
  readonly maxAltText: number;
  readonly disabled: boolean;
  readonly onAltText: (altText: string) => void;
  readonly onRemove: (name: string) => void;
}

function MediaTile({ id, altText, maxAltText, disabled, onAltText, onRemove }: MediaTileProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.media.get.queryOptions({ input: { workspaceId, id } }));
  const name = data?.fileName ?? '';
  const [opened, setOpened] = useState(false);
  const openHelp = useOpenHelp();
  const described = altText.trim() !== '';
  const { locale } = useFormats();
  return (
    <li className={classes.tile}>
      {data?.kind === 'video' ? (
        <video src={data.url} preload="metadata" muted aria-label={altText || name} />
      ) : null}
      {data && data.kind !== 'video' ? <img src={data.url} alt={altText || name} /> : null}
      {data?.kind === 'video' ? (
        <span className={classes.facts}>
          {[
            data.durationMs === null ? null : formatDuration(data.durationMs),
            formatBytes(data.bytes, locale),
            data.videoCodec === null ? null : codecName(data.videoCodec),
          ]
            .filter((fact) => fact !== null)
            .join(' · ')}
        </span>
      ) : null}
      {disabled ? null : (
        <>
          <ActionIcon
            className={classes.remove}
            size={22}
            radius="xl"
            variant="filled"
            color="dark"
            aria-label={t('compose.media.remove', { name })}
            onClick={() => onRemove(name)}
          >
            <IconX size={14} />
          </ActionIcon>
          <Popover
            width={320}
            position="bottom-start"
            trapFocus
            returnFocus
            opened={opened}
            onChange={setOpened}
          >
            <Popover.Target>
              <UnstyledButton
                className={classes.alt}
                onClick={() => setOpened(!opened)}
                data-described={described || undefined}
                aria-label={t('compose.media.alt', {
                  state: described ? t('compose.media.altDone') : t('compose.media.altMissing'),
                  name,
                })}
              >
                {described ? <IconCheck size={12} stroke={3} aria-hidden /> : null}
                {described ? t('compose.media.altDone') : t('compose.media.altMissing')}
              </UnstyledButton>
            </Popover.Target>
            <Popover.Dropdown>
              <Textarea
                label={t('compose.media.altTitle')}
                dir="auto"
                placeholder={t('compose.media.altPlaceholder')}
                value={altText}
                onChange={(event) => onAltText(event.currentTarget.value)}
                maxLength={maxAltText}
                autosize
                minRows={3}
                maxRows={10}
                data-autofocus
              />
              <Text size="xs" c="dimmed" mt={4}>
                {t('compose.media.altCount', { length: altText.length, limit: maxAltText })}
              </Text>
              {openHelp && data && data.kind !== 'video' ? (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  mt={8}
                  ml={-8}
                  leftSection={<IconWand size={14} aria-hidden />}
                  onClick={() => {
                    setOpened(false);
                    openHelp(id);
                  }}
                >
                  {t('assist.suggestAlt')}
                </Button>
              ) : null}
            </Popover.Dropdown>
          </Popover>
        </>
      )}
    </li>
  );
}

function UploadTile({ upload, onStop }: { upload: Upload; onStop: () => void }) {
  const t = useWords();
  const { share } = useFormats();
  // All of it has arrived; the engine looks at it, and makes a usual picture of a phone's.
  const arrived = upload.share >= 1;
  return (
    <li className={classes.tile}>
      <output className={classes.loading}>
        <Loader size={20} />
        <span className="ocma-read-only">
          {arrived
            ? t('compose.media.preparing', { name: upload.name })
            : t('compose.media.uploading', {
                name: upload.name,
                percent: share(Math.round(upload.share * 100) / 100),
              })}
        </span>
        <span aria-hidden>
          {arrived ? t('compose.media.preparingShort') : share(Math.round(upload.share * 100) / 100)}
        </span>
      </output>
      <CloseButton
        className={classes.remove}
        size={22}
        aria-label={t('compose.media.cancel', { name: upload.name })}
        onClick={onStop}
      />
    </li>
  );
}
