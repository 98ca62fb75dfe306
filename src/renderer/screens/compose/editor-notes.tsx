import { Alert, Button, Group } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import { TestLink } from '../../parts/delivery/test-link.tsx';
import { SeriesNote, SeriesSentence } from '../../parts/series/series-note.tsx';
import { useWords } from '../../words.ts';
import { Conflict } from './conflict.tsx';
import type { DraftHandle } from './use-draft.ts';

interface EditorNotesProps {
  readonly handle: DraftHandle;
  /** The series of which all that is ahead is edited here. */
  readonly series: Recurrence | null;
  readonly locked: boolean;
}

/** What must be known before writing: the post is on its way, it belongs to a series, it was changed elsewhere. */
export function EditorNotes({ handle, series, locked }: EditorNotesProps) {
  const t = useWords();
  const [, navigate] = useLocation();
  const { draft, post, save, resolve } = handle;
  const delivery = post?.deliveries.find(({ state }) => state !== 'draft');
  const test = post?.deliveries.find((one) => one.test !== null)?.test ?? null;
  return (
    <>
      {locked && delivery ? (
        <Alert variant="light" color="gray" mb="md">
          <Group justify="space-between">
            {t('compose.locked.text')}
            <Button component={Link} size="xs" variant="default" href={`/queue?delivery=${delivery.id}`}>
              {t('compose.locked.open')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {series ? (
        <Alert variant="light" color="gray" mb="md" title={<SeriesSentence series={series} />}>
          {t('recurring.compose.allAhead')}
        </Alert>
      ) : post ? (
        <SeriesNote postId={post.id} writing={!locked} onSkipped={() => navigate('/')} />
      ) : null}
      {test === null ? null : (
        <Alert variant="light" color="gray" mb="md" title={<TestLink test={test} />}>
          {locked ? null : t('tests.ofPost.writing')}
        </Alert>
      )}
      {save.kind === 'conflict' ? (
        <Conflict mine={draft} theirs={save.theirs} onChoose={(choice) => resolve(choice, save.theirs)} />
      ) : null}
    </>
  );
}
