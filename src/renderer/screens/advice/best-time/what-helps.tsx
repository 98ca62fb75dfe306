import { Link } from 'wouter';
import type { BestTimes } from '../../../../shared/contract/timing.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { MoreHistory } from '../more-history.tsx';
import classes from './best-time.module.css';

/** What makes a best time more likely to be found, where there is none. */
export function WhatHelps({ best }: { best: BestTimes }) {
  const t = useWords();
  const { kind } = useWorkspace();
  const { accountId, have, need } = best;
  const few = best.status === 'not_enough_data';
  return (
    <section className={classes.helps} aria-labelledby="best-time-helps">
      <h2 id="best-time-helps" className={classes.heading}>
        {t('bestTime.helps.title')}
      </h2>
      {few ? (
        <MoreHistory
          have={have}
          need={need}
          accountId={accountId}
          title={t('bestTime.helps.progress', { have, need })}
          text={t('bestTime.helps.counted')}
        />
      ) : null}
      <ul className={classes.reasons}>
        {few ? null : (
          <li>
            {t('bestTime.helps.history')}{' '}
            <Link href={`/analytics?account=${accountId}`} className={classes.link ?? ''}>
              {t('bestTime.helps.analytics')}
            </Link>
            {' · '}
            <Link href={`/import/past?account=${accountId}`} className={classes.link ?? ''}>
              {t('bestTime.helps.import')}
            </Link>
          </li>
        )}
        <li>{t('bestTime.helps.hours')}</li>
        {few ? null : <li>{t('bestTime.helps.freely')}</li>}
        {kind === 'practice' ? <li>{t('bestTime.helps.practice')}</li> : null}
      </ul>
    </section>
  );
}
