import { Button } from '@mantine/core';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ExperimentSummary } from '../../../../shared/models/experiment.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { NetworkIcon } from '../../../parts/network-icon.tsx';
import { When } from '../../../parts/when.tsx';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { PosteriorBar } from './posterior-bar.tsx';
import { TestState } from './test-state.tsx';
import classes from './tests.module.css';

/** All tests, the newest first, each with how it stands. */
export function TestList({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const list = useQuery(api.experiments.list.queryOptions({ input: { workspaceId } }));
  if (list.isPending) return <LoadingSkeleton rows={4} height={88} />;
  if (list.isError && !list.data)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.length === 0)
    return (
      <EmptyState
        icon={<IconScale size={28} />}
        title={t('tests.empty.title')}
        text={t('tests.empty.text')}
        action={
          <Button component={Link} href="/compose">
            {t('tests.empty.action')}
          </Button>
        }
        example={t('tests.empty.example')}
      />
    );
  return (
    <ul className={classes.list} aria-label={t('tests.list')}>
      {list.data.map((test) => (
        <TestRow key={test.id} test={test} onOpen={() => onOpen(test.id)} />
      ))}
    </ul>
  );
}

function TestRow({ test, onOpen }: { test: ExperimentSummary; onOpen: () => void }) {
  const t = useWords();
  const over = ['decided', 'undecided', 'stopped'].includes(test.state);
  return (
    <li className={classes.row}>
      <button type="button" className={classes.open} onClick={onOpen}>
        <span className={classes.title}>
          <NetworkIcon platform={test.platform} labelled />
          {test.name}
        </span>
        <TestState test={test} />
        <span className={classes.quiet}>
          {over ? (
            <>
              {t('tests.ended')} <When at={test.endsAt} />
            </>
          ) : (
            <>
              {t(test.state === 'planned' ? 'tests.starts' : 'tests.ends')}{' '}
              <When at={test.state === 'planned' ? test.startsAt : test.endsAt} />
            </>
          )}
        </span>
        <span className={classes.sentence}>{test.sentence}</span>
        {test.posts.counted > 0 ? <PosteriorBar variants={test.variants} /> : null}
      </button>
    </li>
  );
}
