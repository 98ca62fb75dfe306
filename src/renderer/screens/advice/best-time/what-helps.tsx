import { Progress } from '@mantine/core';
import { Link } from 'wouter';
import type { BestTimes } from '../../../../shared/contract/timing.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import classes from './best-time.module.css';

/** What makes a best time more likely to be found, where there is none. */
export function WhatHelps({ best }: { best: BestTimes }) {
  const t = useWords();
  const { kind } = useWorkspace();
  const few = best.status === 'not_enough_data';
  const progress = t('bestTime.helps.progress', { have: best.have, need: best.need });
  return (
    <section className={classes.helps} aria-labelledby="best-time-helps">
      <h2 id="best-time-helps" className={classes.heading}>
        {t('bestTime.helps.title')}
      </h2>
      {few ? (
        <div className={classes.progress}>
          <Progress value={(best.have / best.need) * 100} size="sm" aria-label={progress} />
          <span className={classes.quiet}>{progress}</span>
        </div>
      ) : null}
      <ul className={classes.reasons}>
        {few ? <li>{t('bestTime.helps.more', { count: best.need - best.have })}</li> : null}
        <li>
          {t('bestTime.helps.history')}{' '}
          <Link href="/analytics" className={classes.link ?? ''}>
            {t('bestTime.helps.analytics')}
          </Link>
        </li>
        <li>{t('bestTime.helps.hours')}</li>
        {few ? null : <li>{t('bestTime.helps.freely')}</li>}
        {kind === 'practice' ? <li>{t('bestTime.helps.practice')}</li> : null}
      </ul>
    </section>
  );
}
