import { ActionIcon, CloseButton, Loader, Popover, Text, Textarea, UnstyledButton } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useQuery } from '@tanstack/react-query';
import type { Media } from '../../../shared/models/media.ts';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import type { DraftPart } from './draft.ts';
import classes from './media-strip.module.css';
import type { Upload } from './use-uploads.ts';

type PartMedia = DraftPart['media'];

interface MediaStripProps {
  readonly media: PartMedia;
  readonly uploads: readonly Upload[];
  readonly maxAltText: number;
  readonly disabled: boolean;
  readonly onChange: (media: PartMedia) => void;
  readonly onRemove: (index: number, name: string) => void;
  readonly onStop: (key: string) => void;
}

/** The pictures and videos of a part, each with its description, and the files on their way. */
export function MediaStrip({
  media,
  uploads,
  maxAltText,
  disabled,
  onChange,
  onRemove,
  onStop,
}: MediaStripProps) {
  if (media.length === 0 && uploads.length === 0) return null;
  return (
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
  );
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
  const described = altText.trim() !== '';
  return (
    <li className={classes.tile}>
      {data?.kind === 'video' ? (
        <video src={data.url} preload="metadata" muted aria-label={altText || name} />
      ) : null}
      {data && data.kind !== 'video' ? <img src={data.url} alt={altText || name} /> : null}
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
          <Popover width={320} position="bottom-start" trapFocus returnFocus>
            <Popover.Target>
              <UnstyledButton
                className={classes.alt}
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
  return (
    <li className={classes.tile}>
      <output className={classes.loading}>
        <Loader size={20} />
        <span className="ocma-read-only">
          {t('compose.media.uploading', {
            name: upload.name,
            percent: share(Math.round(upload.share * 100) / 100),
          })}
        </span>
        <span aria-hidden>{share(Math.round(upload.share * 100) / 100)}</span>
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
