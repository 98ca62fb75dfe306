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
import { AudienceZone } from '../audience-zone.tsx';
import { BestTimeOfAccount } from './best-time-of-account.tsx';
import classes from './best-time.module.css';

/** When posts of an account do best, in the zone of those who read it. The address keeps the account. */
export function BestTimeTab() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId, timeZone } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const accounts = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  if (accounts.isError) return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (accounts.isPending) return <LoadingSkeleton rows={3} height={120} />;
  const account = accounts.data.find(({ id }) => id === params.get('account')) ?? accounts.data[0];
  if (account === undefined) {
    return (
      <EmptyState
        title={t('bestTime.noAccounts.title')}
        text={t('bestTime.noAccounts.text')}
        action={
          <Button component={Link} href="/accounts?connect">
            {t('bestTime.noAccounts.action')}
          </Button>
        }
      />
    );
  }
  return (
    <div className={classes.page}>
      <div className={classes.choices}>
        <AccountChoice
          accounts={accounts.data}
          chosen={account}
          onChoose={(id) => setParams({ tab: 'best-time', account: id })}
        />
        <AudienceZone key={account.id} account={account} hint={t('bestTime.zoneHint')} />
      </div>
      <BestTimeOfAccount key={account.id} account={account} zone={account.audienceZone ?? timeZone} />
    </div>
  );
}

function AccountChoice({
  accounts,
  chosen,
  onChoose,
}: {
  accounts: readonly Account[];
  chosen: Account;
  onChoose: (id: string) => void;
}) {
  const t = useWords();
  const labelOf = useAccountLabel();
  return (
    <Select
      className={classes.account}
      label={t('bestTime.account')}
      value={chosen.id}
      allowDeselect={false}
      data={accounts.map((account) => ({ value: account.id, label: labelOf(account) }))}
      onChange={(id) => {
        if (id !== null) onChoose(id);
      }}
    />
  );
}
