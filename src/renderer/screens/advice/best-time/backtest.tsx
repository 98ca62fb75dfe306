import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TimingBacktest } from '../../../../shared/contract/timing.ts';
import type { Account } from '../../../../shared/models/account.ts';
import { useSlotWords } from '../../../parts/best-time/use-slot-words.ts';
import type { Expected } from '../../../parts/best-time/use-slot-words.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { useDelayed } from '../../../parts/loading-skeleton.tsx';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import classes from './best-time.module.css';
import { Why } from './why.tsx';

/** What following the advice would have brought on posts that it was not learned from. */
export function Backtest({ account, zone }: { account: Account; zone: string }) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data, error, refetch } = useQuery(
    api.timing.backtest.queryOptions({ input: { workspaceId, accountId: account.id, zone } }),
  );
  return (
    <section className={classes.backtest} aria-labelledby="best-time-backtest">
      <h2 id="best-time-backtest" className={classes.heading}>
        {t('bestTime.backtest.title')}
      </h2>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} inline /> : null}
      {data ? <Judged judged={data} /> : error ? null : <Working />}
    </section>
  );
}

function Working() {
  const t = useWords();
  const shown = useDelayed(200);
  return (
    <output className={classes.working}>
      {shown ? (
        <>
          <Loader size={12} aria-hidden /> {t('bestTime.backtest.working')}
        </>
      ) : null}
    </output>
  );
}

function Judged({ judged }: { judged: TimingBacktest }) {
  const t = useWords();
  const { status, heldBack, gain, overHabit, overFixedHour } = judged;
  return (
    <>
      <p className={classes.plain}>{judged.text}</p>
      {status === 'judged' ? (
        <>
          <p className={classes.quiet}>{t('bestTime.backtest.held', { count: heldBack })}</p>
          <dl className={classes.figures}>
            <Figure label={t('bestTime.backtest.overAll')} figure={gain} />
            <Figure label={t('bestTime.backtest.overHabit')} figure={overHabit} />
            <Figure label={t('bestTime.backtest.overFixedHour')} figure={overFixedHour} />
          </dl>
          <Why of={t('bestTime.backtest.title')}>
            <p className={classes.plain}>{t('bestTime.backtest.why')}</p>
          </Why>
        </>
      ) : null}
    </>
  );
}

function Figure({ label, figure }: { label: string; figure: Expected | null }) {
  const t = useWords();
  const { percent } = useSlotWords();
  return (
    <div className={classes.figure}>
      <dt className={classes.quiet}>{label}</dt>
      <dd className={classes.value}>
        {figure === null ? (
          <span className={classes.plain}>{t('bestTime.backtest.unknown')}</span>
        ) : (
          <>
            <strong className={classes.number}>{percent(figure.gain)}</strong>{' '}
            <span>
              {t('bestTime.backtest.range', { low: percent(figure.low), high: percent(figure.high) })}
            </span>
            {figure.low < 0 && figure.high > 0 ? (
              <span className={classes.note}>{t('bestTime.backtest.zero')}</span>
            ) : null}
          </>
        )}
      </dd>
    </div>
  );
}
