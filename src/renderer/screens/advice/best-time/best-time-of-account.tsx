import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BestTimes } from '../../../../shared/contract/timing.ts';
import type { Account } from '../../../../shared/models/account.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { useApi } from '../../../queries.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { Backtest } from './backtest.tsx';
import classes from './best-time.module.css';
import { FollowerTries } from './follower-tries.tsx';
import { SlotLists } from './slot-lists.tsx';
import { WeekMap } from './week-map.tsx';
import { WhatHelps } from './what-helps.tsx';
import { Why } from './why.tsx';

/** All that is known of one account's hours: the answer, the week, the slots, and how good the advice would have been. */
export function BestTimeOfAccount({ account, zone }: { account: Account; zone: string }) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data, error, refetch } = useQuery({
    ...api.timing.best.queryOptions({ input: { workspaceId, accountId: account.id, zone } }),
    placeholderData: keepPreviousData,
  });
  if (error && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingSkeleton rows={3} height={120} />;
  return (
    <>
      <Answer best={data} />
      {data.cells.length > 0 ? (
        <div className={classes.columns}>
          <WeekMap best={data} account={account} />
          <SlotLists best={data} account={account} />
        </div>
      ) : null}
      {data.status === 'not_enough_data' ? <FollowerTries account={account} /> : null}
      {data.status === 'clear' ? null : <WhatHelps best={data} />}
      {data.status === 'not_enough_data' ? null : <Backtest account={account} zone={zone} />}
    </>
  );
}

function Answer({ best }: { best: BestTimes }) {
  const t = useWords();
  const formats = useFormats();
  const { from, to, posts } = best.learnedFrom;
  return (
    <section className={classes.answer} aria-label={t(`bestTime.status.${best.status}`)}>
      <h2 className={classes.heading}>{t(`bestTime.status.${best.status}`)}</h2>
      <p className={classes.lead}>{best.text}</p>
      {best.status === 'not_enough_data' ? null : (
        <Why of={t('bestTime.whyTitle')}>
          <ul className={classes.reasons}>
            {from !== null && to !== null ? (
              <li>{t('bestTime.learned', { count: posts, from: formats.day(from), to: formats.day(to) })}</li>
            ) : null}
            {best.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            <li>{t('bestTime.interval')}</li>
            {best.chance === null ? null : (
              <li>{t('bestTime.chance', { share: formats.share(best.chance) })}</li>
            )}
            <li>
              {t('bestTime.prior', {
                source: best.prior.source ?? t('bestTime.priorNone'),
                text: best.prior.text,
              })}
            </li>
          </ul>
        </Why>
      )}
    </section>
  );
}
