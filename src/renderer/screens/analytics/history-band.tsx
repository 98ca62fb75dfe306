import { Button, Group, Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { Api } from '../../queries.ts';
import { AccountName } from '../../parts/delivery/account-name.tsx';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './history-band.module.css';

type History = Awaited<ReturnType<Api['metrics']['histories']['call']>>[number];

/** Accounts whose older posts could be read for a price, or are being read. Nothing where all is read. */
export function HistoryBands({ accountId }: { accountId: AccountId | null }) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.metrics.histories.queryOptions({ input: { workspaceId } }));
  const open = (data ?? []).filter(
    (history) =>
      (accountId === null || history.accountId === accountId) &&
      (history.state === 'asks' || history.state === 'reading' || history.state === 'stopped'),
  );
  return open.map((history) => <HistoryBand key={history.accountId} history={history} />);
}

const offered = [100, 500] as const;

function HistoryBand({ history }: { history: History }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const tell = useTellFailure();
  const formats = useFormats();
  const { id: workspaceId } = useWorkspace();
  const account = useAccounts().get(history.accountId);
  const network = usePlatforms().get(account?.platform ?? '')?.title ?? '';
  const options = {
    onError: tell,
    onSettled: () => queries.invalidateQueries({ queryKey: api.metrics.histories.key() }),
  };
  const read = useMutation(api.metrics.readHistory.mutationOptions(options));
  const stop = useMutation(api.metrics.stopHistory.mutationOptions(options));
  const { accountId, state, posts, oldestAt, costOfHundredMicros: cost } = history;
  const since = oldestAt === null ? '' : formats.day(oldestAt);
  const soFar =
    posts === 0 ? t('analytics.history.none') : t('analytics.history.soFar', { count: posts, since });
  const begin = (more?: number): void =>
    read.mutate({ workspaceId, accountId, ...(more === undefined ? {} : { most: posts + more }) });
  const price = (more: number): string =>
    cost === 0
      ? t('analytics.history.read', { count: more })
      : t('analytics.history.readFor', { count: more, cost: formats.money((cost * more) / 100) });
  return (
    <section
      className={classes.band}
      aria-label={t('analytics.history.label', { account: account?.username ?? '' })}
    >
      <div className={classes.words}>
        <strong className={classes.name}>
          <AccountName accountId={accountId} platform={account?.platform ?? ''} />
        </strong>
        {state === 'reading' ? (
          <span className={classes.line} aria-live="polite">
            <Loader size={12} aria-hidden /> {t('analytics.history.reading')} {soFar}
          </span>
        ) : (
          <span className={classes.line}>
            {cost === 0
              ? t('analytics.history.stopped')
              : t('analytics.history.asks', { network, cost: formats.money(cost) })}{' '}
            {soFar}
          </span>
        )}
      </div>
      {state === 'reading' ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={stop.isPending}
          onClick={() => stop.mutate({ workspaceId, accountId })}
        >
          {t('analytics.history.stop')}
        </Button>
      ) : (
        <Group gap={8}>
          {offered.map((more) => (
            <Button
              key={more}
              size="compact-sm"
              variant="default"
              disabled={read.isPending}
              onClick={() => begin(more)}
            >
              {price(more)}
            </Button>
          ))}
          <Button size="compact-sm" variant="default" disabled={read.isPending} onClick={() => begin()}>
            {t('analytics.history.all')}
          </Button>
        </Group>
      )}
    </section>
  );
}
