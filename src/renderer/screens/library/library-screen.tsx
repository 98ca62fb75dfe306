import { Button, FileButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { MediaId } from '../../../shared/models/ids.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { useSay } from '../../parts/use-say.ts';
import { Screen } from '../../parts/screen.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useFileDrop } from '../../parts/uploads/use-file-drop.ts';
import { useUploads } from '../../parts/uploads/use-uploads.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { CleanUp } from './clean-up.tsx';
import { FilePanel } from './file-panel.tsx';
import classes from './library-screen.module.css';
import { MediaGrid } from './media-grid.tsx';
import { Shelves } from './shelves.tsx';
import { UploadList } from './upload-list.tsx';
import { useLibraryView } from './use-library-view.ts';

/** All pictures and films of the workspace: in folders, with tags, described, and where each is used. */
export function LibraryScreen() {
  const t = useWords();
  const api = useApi();
  const say = useSay();
  const { id: workspaceId } = useWorkspace();
  const view = useLibraryView();
  const [settled] = useDebouncedValue(view.query, 200);
  const query = settled.trim();
  const media = useQuery(
    api.media.list.queryOptions({
      input: {
        workspaceId,
        unused: view.unused,
        ...(view.folder === null ? {} : { folder: view.folder }),
        ...(view.tag === null ? {} : { tag: view.tag }),
        ...(query === '' ? {} : { query }),
      },
      placeholderData: keepPreviousData,
      // Which files are used changes with every post.
      staleTime: 0,
    }),
  );
  const [picked, setPicked] = useState<ReadonlySet<MediaId>>(new Set());
  const { uploads, addFiles, stop } = useUploads((added) =>
    say(t('library.added', { name: added.fileName })),
  );
  const take = (files: Iterable<File>): void => void addFiles(files);
  const { place, over } = useFileDrop(take);
  const files = media.data ?? [];
  const open = files.find(({ id }) => id === view.openId);
  const close = (): void => view.set({ file: null });
  const add = (
    <FileButton multiple accept="image/*,video/*,.heic,.heif,.mov" onChange={take}>
      {(props) => (
        <Button {...props} leftSection={<IconUpload size={16} aria-hidden />}>
          {t('library.add')}
        </Button>
      )}
    </FileButton>
  );
  const isNarrowed = view.folder !== null || view.tag !== null || query !== '' || view.unused;

  const content = (): ReactNode => {
    if (media.isPending) return <LoadingSkeleton rows={3} height={140} />;
    if (media.isError && !media.data) {
      return <ErrorState error={media.error} onRetry={() => void media.refetch()} />;
    }
    if (files.length > 0) {
      return (
        <MediaGrid
          files={files}
          openId={view.openId}
          picked={view.unused ? picked : null}
          onOpen={(id) => view.set({ file: id === view.openId ? null : id })}
          onPick={(id, wanted) =>
            setPicked((before) => new Set(wanted ? [...before, id] : [...before].filter((one) => one !== id)))
          }
        />
      );
    }
    if (view.unused && query === '') {
      return <EmptyState title={t('library.noneUnused.title')} text={t('library.noneUnused.text')} />;
    }
    return isNarrowed ? (
      <EmptyState
        title={t('library.noneFound.title')}
        text={t('library.noneFound.text')}
        action={
          <Button
            variant="default"
            onClick={() => view.set({ folder: null, tag: null, unused: null, q: null })}
          >
            {t('library.noneFound.action')}
          </Button>
        }
      />
    ) : (
      <EmptyState
        icon={<IconPhoto size={32} stroke={1.4} />}
        title={t('library.empty.title')}
        text={t('library.empty.text')}
        action={add}
      />
    );
  };

  return (
    <Screen
      title={t('library.title')}
      layout="full"
      beside={
        <TextInput
          type="search"
          size="xs"
          w={240}
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={view.query}
          maxLength={200}
          onChange={(event) => view.set({ q: event.currentTarget.value || null })}
        />
      }
      actions={add}
    >
      <Shelves view={view} />
      <div ref={place} className={classes.main} data-over={over || undefined}>
        {view.unused && files.length > 0 ? (
          <CleanUp files={files} picked={picked} onPicked={setPicked} />
        ) : null}
        <UploadList uploads={uploads} onStop={stop} />
        <div className={classes.scroller}>{content()}</div>
        {over ? <div className={classes.drop}>{t('library.drop')}</div> : null}
      </div>
      <SidePanel opened={open !== undefined} label={t('library.panel.label')} onClose={close}>
        {open ? <FilePanel key={open.id} file={open} onClose={close} /> : null}
      </SidePanel>
    </Screen>
  );
}
