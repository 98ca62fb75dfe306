import { Autocomplete, Button, CloseButton, Switch, TagsInput, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Media } from '../../../shared/models/media.ts';
import { formatBytes } from '../../bytes.ts';
import { codecName, formatDuration } from '../../film-facts.ts';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { ReachDialog } from '../../parts/reach-dialog.tsx';
import { useSay } from '../../parts/use-say.ts';
import { When } from '../../parts/when.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './file-panel.module.css';
import { FileUses } from './file-uses.tsx';

/** One file of the library: what it is, its description, folder and tags, and the posts that show it. */
export function FilePanel({ file, onClose }: { file: Media; onClose: () => void }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const tell = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const { data: shelves } = useQuery(api.media.shelves.queryOptions({ input: { workspaceId } }));
  const { data: uses } = useQuery(
    api.media.uses.queryOptions({ input: { workspaceId, id: file.id }, staleTime: 0 }),
  );
  const [altText, setAltText] = useState(file.altText);
  const [folder, setFolder] = useState(file.folder);
  const [asking, setAsking] = useState(false);
  const reread = () => queries.invalidateQueries({ queryKey: api.media.key() });
  const save = useMutation(api.media.update.mutationOptions({ onError: tell, onSettled: reread }));
  const remove = useMutation(
    api.media.remove.mutationOptions({
      onSuccess: () => {
        say(t('library.panel.removed', { name: file.fileName }));
        onClose();
      },
      onError: tell,
      onSettled: reread,
    }),
  );
  const change = (fields: { altText?: string; folder?: string; tags?: string[]; sentAsIs?: boolean }): void =>
    save.mutate({ workspaceId, id: file.id, ...fields });
  return (
    <section className={classes.panel} aria-label={file.fileName}>
      <header className={classes.header}>
        <h2 className={classes.name}>{file.fileName}</h2>
        <CloseButton aria-label={t('shell.close')} onClick={onClose} />
      </header>
      <div className={classes.body}>
        {file.kind === 'video' ? (
          <video
            className={classes.picture}
            src={file.url}
            preload="metadata"
            controls
            muted
            aria-label={file.altText || file.fileName}
          />
        ) : (
          <img className={classes.picture} src={file.url} alt={file.altText} />
        )}
        <FileFacts file={file} />
        <Textarea
          label={t('library.panel.description')}
          description={t('library.panel.descriptionHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={5_000}
          dir="auto"
          value={altText}
          onChange={(event) => setAltText(event.currentTarget.value)}
          onBlur={() => {
            if (altText !== file.altText) change({ altText });
          }}
        />
        <Autocomplete
          label={t('library.panel.folder')}
          placeholder={t('library.panel.folderHint')}
          data={(shelves?.folders ?? []).map(({ name }) => name).filter((name) => name !== '')}
          maxLength={80}
          value={folder}
          onChange={setFolder}
          onOptionSubmit={(chosen) => change({ folder: chosen })}
          onBlur={() => {
            if (folder.trim() !== file.folder) change({ folder: folder.trim() });
          }}
        />
        <TagsInput
          label={t('library.panel.tags')}
          placeholder={file.tags.length === 0 ? t('library.panel.tagsHint') : ''}
          data={(shelves?.tags ?? []).map(({ name }) => name)}
          maxTags={30}
          value={file.tags}
          onChange={(tags) => change({ tags })}
        />
        {file.needsCleaning ? (
          <Switch
            label={t('library.panel.clean')}
            description={t('library.panel.cleanHint')}
            checked={!file.sentAsIs}
            onChange={(event) => change({ sentAsIs: !event.currentTarget.checked })}
          />
        ) : null}
        <FileUses ids={uses} />
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setAsking(true)}
        >
          {t('library.panel.remove')}
        </Button>
      </div>
      <ReachDialog
        opened={asking}
        onClose={() => setAsking(false)}
        busy={remove.isPending}
        title={t('library.panel.removeTitle', { name: file.fileName })}
        text={t((uses?.length ?? 0) > 0 ? 'library.panel.removeUsed' : 'library.panel.removeSure')}
        confirm={t('library.cleanUp.confirm')}
        keep={t('library.cleanUp.keep')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ workspaceId, id: file.id }).catch(() => undefined);
          return true;
        }}
      />
    </section>
  );
}

function FileFacts({ file }: { file: Media }) {
  const t = useWords();
  const { locale, count } = useFormats();
  const facts = [
    file.mimeType.replace(/^\w+\//, '').toUpperCase(),
    file.width === null || file.height === null ? null : `${count(file.width)} × ${count(file.height)}`,
    formatBytes(file.bytes, locale),
    file.durationMs === null ? null : formatDuration(file.durationMs),
    file.videoCodec === null ? null : codecName(file.videoCodec),
  ];
  return (
    <div className={classes.facts}>
      <p>{facts.filter((fact) => fact !== null).join(' · ')}</p>
      <p>
        {t('library.panel.since')} <When at={file.createdAt} />
      </p>
    </div>
  );
}
