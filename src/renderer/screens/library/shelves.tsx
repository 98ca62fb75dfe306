import { NavLink } from '@mantine/core';
import IconFolder from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconPhotoOff from '@tabler/icons-react/dist/esm/icons/IconPhotoOff.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './shelves.module.css';
import type { LibraryView } from './use-library-view.ts';

const everything = { folder: null, tag: null, unused: null, file: null } as const;

/** Where files lie: everything, what no post uses, the folders and the tags. */
export function Shelves({ view }: { view: LibraryView }) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.media.shelves.queryOptions({ input: { workspaceId } }));
  const folders = (data?.folders ?? []).filter(({ name }) => name !== '');
  const tags = data?.tags ?? [];
  const isAll = view.folder === null && view.tag === null && !view.unused;
  return (
    <nav className={classes.root} aria-label={t('library.shelves.label')}>
      <Shelf
        label={t('library.shelves.all')}
        icon={<IconPhoto size={16} stroke={1.7} />}
        active={isAll}
        onClick={() => view.set(everything)}
      />
      <Shelf
        label={t('library.shelves.unused')}
        icon={<IconPhotoOff size={16} stroke={1.7} />}
        active={view.unused}
        onClick={() => view.set({ ...everything, unused: '' })}
      />
      {folders.length > 0 ? <h2 className={classes.title}>{t('library.shelves.folders')}</h2> : null}
      {folders.map(({ name, count }) => (
        <Shelf
          key={name}
          label={name}
          count={count}
          icon={<IconFolder size={16} stroke={1.7} />}
          active={view.folder === name}
          onClick={() => view.set({ ...everything, folder: name })}
        />
      ))}
      {tags.length > 0 ? <h2 className={classes.title}>{t('library.shelves.tags')}</h2> : null}
      {tags.map(({ name, count }) => (
        <Shelf
          key={name}
          label={name}
          count={count}
          icon={<IconTag size={16} stroke={1.7} />}
          active={view.tag === name}
          onClick={() => view.set({ ...everything, tag: name })}
        />
      ))}
    </nav>
  );
}

interface ShelfProps {
  readonly label: string;
  readonly count?: number;
  readonly icon: ReactNode;
  readonly active: boolean;
  readonly onClick: () => void;
}

function Shelf({ label, count, icon, active, onClick }: ShelfProps) {
  const formats = useFormats();
  return (
    <NavLink
      component="button"
      type="button"
      className={classes.shelf ?? ''}
      label={label}
      leftSection={icon}
      rightSection={
        count === undefined ? null : <span className={classes.count}>{formats.count(count)}</span>
      }
      active={active}
      aria-current={active ? 'true' : undefined}
      onClick={onClick}
    />
  );
}
