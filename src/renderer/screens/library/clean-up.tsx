import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MediaId } from '../../../shared/models/ids.ts';
import type { Media } from '../../../shared/models/media.ts';
import { formatBytes } from '../../bytes.ts';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { ReachDialog } from '../../parts/reach-dialog.tsx';
import { useSay } from '../../parts/use-say.ts';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './clean-up.module.css';

interface CleanUpProps {
  /** What no post shows, nor ever did. */
  readonly files: readonly Media[];
  readonly picked: ReadonlySet<MediaId>;
  readonly onPicked: (picked: ReadonlySet<MediaId>) => void;
}

/** A thousand is what one call takes. */
const mostAtOnce = 1_000;

/** Removes chosen files that no post uses. They are deleted for good, so that it asks first. */
export function CleanUp({ files, picked, onPicked }: CleanUpProps) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const tell = useTellFailure();
  const { locale } = useFormats();
  const { id: workspaceId } = useWorkspace();
  const [asking, setAsking] = useState(false);
  const chosen = files.filter(({ id }) => picked.has(id)).slice(0, mostAtOnce);
  const size = formatBytes(
    chosen.reduce((sum, { bytes }) => sum + bytes, 0),
    locale,
  );
  const remove = useMutation(
    api.media.removeUnused.mutationOptions({
      onSuccess: ({ removed }) => {
        onPicked(new Set());
        say(t('library.cleanUp.done', { count: removed }));
      },
      onError: tell,
      onSettled: () => queries.invalidateQueries({ queryKey: api.media.key() }),
    }),
  );
  const all = chosen.length === Math.min(files.length, mostAtOnce);
  return (
    <div className={classes.root}>
      <p className={classes.words}>
        {t('library.cleanUp.text')}{' '}
        <span aria-live="polite">
          {chosen.length === 0 ? '' : t('library.cleanUp.chosen', { count: chosen.length, size })}
        </span>
      </p>
      <Group gap={8}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onPicked(new Set(all ? [] : files.slice(0, mostAtOnce).map(({ id }) => id)))}
        >
          {t(all ? 'library.cleanUp.none' : 'library.cleanUp.all')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={chosen.length === 0}
          loading={remove.isPending}
          onClick={() => setAsking(true)}
        >
          {t('library.cleanUp.remove')}
        </Button>
      </Group>
      <ReachDialog
        opened={asking}
        onClose={() => setAsking(false)}
        busy={remove.isPending}
        title={t('library.cleanUp.title', { count: chosen.length })}
        text={t('library.cleanUp.sure', { count: chosen.length, size })}
        confirm={t('library.cleanUp.confirm')}
        keep={t('library.cleanUp.keep')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ workspaceId, ids: chosen.map(({ id }) => id) }).catch(() => undefined);
          return true;
        }}
      />
    </div>
  );
}
