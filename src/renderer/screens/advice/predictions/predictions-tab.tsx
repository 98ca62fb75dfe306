import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { Link } from 'wouter';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { useTellFailure } from '../../../parts/offer-undo.tsx';
import { useSay } from '../../../parts/use-say.ts';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { AccountQuality } from './account-quality.tsx';
import classes from './predictions.module.css';

/** How good the predictions are, account by account. */
export function PredictionsTab() {
  const t = useWords();
  const api = useApi();
  const say = useSay();
  const tell = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const quality = useQuery(api.learning.quality.queryOptions({ input: { workspaceId } }));
  const retrain = useMutation(
    api.learning.retrain.mutationOptions({
      onSuccess: () => say(`${t('predictions.learning')} ${t('predictions.unchanged')}`),
      onError: tell,
    }),
  );
  if (quality.isPending) return <LoadingSkeleton rows={2} height={200} />;
  if (quality.isError) return <ErrorState error={quality.error} onRetry={() => void quality.refetch()} />;
  const { accounts, need } = quality.data;
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
        <p>{t('predictions.lead')}</p>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={retrain.isPending}
          onClick={() => retrain.mutate({ workspaceId })}
        >
          {t('predictions.again')}
        </Button>
      </header>
      {accounts.map((account) => (
        <AccountQuality key={account.accountId} account={account} need={need} />
      ))}
    </div>
  );
}
