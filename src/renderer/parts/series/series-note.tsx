import { Button, Group } from '@mantine/core';
import IconRepeat from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PostId } from '../../../shared/models/ids.ts';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { machineZone, zoneCity } from '../../zoned.ts';
import classes from './series-note.module.css';
import { useSeriesActs } from './use-series-acts.ts';

interface SeriesNoteProps {
  readonly postId: PostId;
  /** True where the post is open for writing: what is changed then changes this one alone. */
  readonly writing?: boolean;
  readonly onSkipped?: () => void;
}

/** For a post of a series: how it repeats, and what to do with this one or with all. Nothing for a post that stands alone. */
export function SeriesNote({ postId, writing = false, onSkipped }: SeriesNoteProps) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.recurrences.ofPost.queryOptions({ input: { workspaceId, postId } }));
  if (!data) return null;
  return (
    <Note
      series={data.recurrence}
      local={data.local}
      postId={postId}
      writing={writing}
      onSkipped={() => onSkipped?.()}
    />
  );
}

interface NoteProps {
  readonly series: Recurrence;
  readonly local: string;
  readonly postId: PostId;
  readonly writing: boolean;
  readonly onSkipped: () => void;
}

function Note({ series, local, postId, writing, onSkipped }: NoteProps) {
  const t = useWords();
  const acts = useSeriesActs(series);
  const occurrence = series.occurrences.find((one) => one.local === local);
  const ahead = occurrence?.state === 'scheduled' || occurrence?.state === 'edited';
  const button = (words: string, onClick: () => void): ReactNode => (
    <Button size="compact-sm" variant="default" disabled={acts.busy} onClick={onClick}>
      {words}
    </Button>
  );
  const skip = async (): Promise<void> => {
    if (await acts.skip(local)) onSkipped();
  };
  return (
    <aside className={classes.note} aria-label={t('recurring.repeats')}>
      <p className={classes.sentence}>
        <IconRepeat size={16} aria-hidden />
        <span>
          <SeriesSentence series={series} />
          {writing ? <span className={classes.quiet}>{t('recurring.compose.onlyThis')}</span> : null}
        </span>
      </p>
      <Group gap={8} role="group" aria-label={t('recurring.act.group')}>
        {ahead ? button(t('recurring.act.skip'), () => void skip()) : null}
        {ahead && !writing ? (
          <Button size="compact-sm" variant="default" component={Link} href={`/compose/${postId}`}>
            {t('recurring.act.editOne')}
          </Button>
        ) : null}
        {occurrence?.state === 'edited'
          ? button(t('recurring.act.reset'), () => void acts.restore({ local }))
          : null}
        {button(t('recurring.act.edit'), () => void acts.edit())}
        {series.state === 'active' ? button(t('recurring.act.stop'), () => void acts.stop()) : null}
        {series.state === 'stopped' ? button(t('recurring.act.resume'), () => void acts.resume()) : null}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          component={Link}
          href={`/recurring/${series.id}`}
        >
          {t('recurring.act.open')}
        </Button>
      </Group>
    </aside>
  );
}

/** A series in words, with its zone where that is not this machine's. */
export function SeriesSentence({ series }: { series: Pick<Recurrence, 'sentence' | 'timeZone'> }) {
  const t = useWords();
  const { sentence, timeZone } = series;
  return timeZone === machineZone()
    ? sentence
    : t('recurring.inZone', { sentence, zone: zoneCity(timeZone) });
}
