import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { handleOf } from '../../../../shared/models/account-handle.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { Why } from '../why.tsx';
import { AccountQuality } from './account-quality.tsx';
import { LearnAgain } from './learn-again.tsx';
import classes from './predictions.module.css';

/** How good the predictions are, account by account. */
export function PredictionsTab() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const quality = useQuery(api.learning.quality.queryOptions({ input: { workspaceId } }));
  if (quality.isPending) return <LoadingSkeleton rows={2} height={200} />;
  if (quality.isError) return <ErrorState error={quality.error} onRetry={() => void quality.refetch()} />;
  const { accounts, need, running } = quality.data;
  const learningFrom = accounts.find(({ accountId }) => accountId === running?.accountId);
  if (accounts.length === 0) {
    return (
      <EmptyState
        title={t('predictions.noAccounts.title')}
        text={t('predictions.noAccounts.text')}
        action={
          <Button component={Link} href="/accounts?connect">
            {t('predictions.noAccounts.action')}
          </Button>
        }
      />
    );
  }
  return (
    <div className={classes.page}>
      <header className={classes.lead}>
        <div className={classes.about}>
          <p>{t('predictions.lead')}</p>
          <Why label={t('predictions.how')} text={t('predictions.howText')} />
        </div>
        <LearnAgain running={running} account={learningFrom ? handleOf(learningFrom) : null} />
      </header>
      {accounts.map((account) => (
        <AccountQuality key={account.accountId} account={account} need={need} />
      ))}
    </div>
  );
}
