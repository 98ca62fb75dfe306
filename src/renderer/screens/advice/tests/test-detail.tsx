import { Button, Group } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Experiment } from '../../../../shared/models/experiment.ts';
import type { ExperimentId } from '../../../../shared/models/ids.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { useOfferUndo, useTellFailure } from '../../../parts/offer-undo.tsx';
import { useApi, useClient } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { PostTable } from './post-table.tsx';
import { TestState } from './test-state.tsx';
import classes from './tests.module.css';
import { VariantList } from './variant-list.tsx';

interface TestDetailProps {
  readonly id: ExperimentId;
  readonly onBack: () => void;
}

/** One test: how it stands, each version with its interval, why, and its posts. */
export function TestDetail({ id, onBack }: TestDetailProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const test = useQuery(api.experiments.get.queryOptions({ input: { workspaceId, id } }));
  return (
    <article className={classes.detail}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconArrowLeft size={14} aria-hidden />}
        onClick={onBack}
      >
        {t('tests.back')}
      </Button>
      {test.isPending ? <LoadingSkeleton rows={3} height={120} /> : null}
      {test.isError && !test.data ? (
        <ErrorState error={test.error} onRetry={() => void test.refetch()} />
      ) : null}
      {test.data ? <Shown test={test.data} onRemoved={onBack} /> : null}
    </article>
  );
}

function Shown({ test, onRemoved }: { test: Experiment; onRemoved: () => void }) {
  const t = useWords();
  return (
    <>
      <header className={classes.head}>
        <div>
          <h2 className={classes.titleLarge}>{test.name}</h2>
          <TestState test={test} />
        </div>
        <Acts test={test} onRemoved={onRemoved} />
      </header>
      <p className={classes.lead}>{test.sentence}</p>
      <VariantList test={test} />
      <section aria-label={t('tests.why')}>
        <h3 className={classes.heading}>{t('tests.why')}</h3>
        <ul className={classes.why}>
          {test.why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <PostTable test={test} />
    </>
  );
}

function Acts({ test, onRemoved }: { test: Experiment; onRemoved: () => void }) {
  const t = useWords();
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const offerUndo = useOfferUndo();
  const tell = useTellFailure();
  const named = { workspaceId, id: test.id };
  const restore = useMutation({ mutationFn: () => client.experiments.restore(named), onError: tell });
  const stop = useMutation({
    mutationFn: () => client.experiments.stop(named),
    onError: tell,
    onSuccess: () =>
      offerUndo({ message: t('tests.done.stopped'), undo: () => client.experiments.restore(named) }),
  });
  const remove = useMutation({
    mutationFn: () => client.experiments.remove(named),
    onError: tell,
    onSuccess: () => {
      onRemoved();
      offerUndo({ message: t('tests.done.removed'), undo: () => client.experiments.restore(named) });
    },
  });
  const ahead = test.items.some(({ state }) => state === 'scheduled' || state === 'draft');
  const back =
    test.state === 'stopped' &&
    test.items.some(({ state, publishedAt }) => state === 'removed' && publishedAt === null);
  return (
    <Group gap={8}>
      {ahead && test.state !== 'stopped' ? (
        <Button size="compact-sm" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('tests.act.stop')}
        </Button>
      ) : null}
      {back ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={restore.isPending}
          onClick={() => restore.mutate()}
        >
          {t('tests.act.restore')}
        </Button>
      ) : null}
      <Button size="compact-sm" variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('tests.act.remove')}
      </Button>
    </Group>
  );
}
