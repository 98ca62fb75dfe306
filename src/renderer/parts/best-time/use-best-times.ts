import { useQueries } from '@tanstack/react-query';
import type { BestTimes } from '../../../shared/contract/timing.ts';
import type { Account } from '../../../shared/models/account.ts';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';

/** An account with its best times. */
export interface TimedAccount {
  readonly account: Account;
  readonly best: BestTimes;
}

/** The best times of several accounts, each in the zone of who reads it, in their order; those that are not worked out yet are left out. */
export function useBestTimes(accounts: readonly Account[]): readonly TimedAccount[] {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  return useQueries({
    queries: accounts.map((account) =>
      api.timing.best.queryOptions({ input: { workspaceId, accountId: account.id } }),
    ),
    combine: (answers) =>
      accounts.flatMap((account, index): TimedAccount[] => {
        const best = answers[index]?.data;
        return best === undefined ? [] : [{ account, best }];
      }),
  });
}
