import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import type { Account } from '../../../../shared/models/account.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { useAccountLabel } from '../../../parts/use-account-label.ts';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import classes from './audience.module.css';
import { Followers } from './followers.tsx';
import { Liked } from './liked.tsx';
import { Responders } from './responders.tsx';

/** Who responds, and to what. */
export function AudienceTab() {
  const t = useWords();
  const labelOf = useAccountLabel();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const accounts = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  if (accounts.isPending) return <LoadingSkeleton rows={3} height={120} />;
  if (accounts.isError) return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  const asked = params.get('account');
  const account = accounts.data.find(({ id }) => id === asked) ?? accounts.data[0];
  if (account === undefined) {
    return (
      <EmptyState
        title={t('audienceTab.noAccounts.title')}
        text={t('audienceTab.noAccounts.text')}
        action={
          <Button component={Link} href="/accounts?connect">
            {t('audienceTab.noAccounts.action')}
          </Button>
        }
      />
    );
  }
  return (
    <div className={classes.page}>
      {accounts.data.length > 1 ? (
        <Select
          size="xs"
          w={224}
          mb={16}
          label={t('audienceTab.account')}
          value={account.id}
          allowDeselect={false}
          data={accounts.data.map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={(id) => setParams({ tab: 'audience', ...(id === null ? {} : { account: id }) })}
        />
      ) : null}
      <Insights key={account.id} account={account} />
    </div>
  );
}

function Insights({ account }: { account: Account }) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { id: accountId } = account;
  const { data, error, refetch } = useQuery(
    api.audience.insights.queryOptions({ input: { workspaceId, accountId } }),
  );
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingSkeleton rows={3} height={120} />;
  return (
    <>
      <Liked liked={data.liked} accountId={accountId} />
      <Responders responders={data.responders} zone={data.zone} />
      <Followers account={account} />
    </>
  );
}
