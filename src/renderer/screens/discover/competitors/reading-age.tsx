import type { Competitor } from '../../../../shared/models/listening.ts';
import { When } from '../../../parts/when.tsx';
import { useWords } from '../../../words.ts';
import classes from './reading-age.module.css';

/** How old what is known of a competitor is, when it is read next, and why the last reading failed. */
export function ReadingAge({ competitor: { readAt, nextAt, trouble } }: { competitor: Competitor }) {
  const t = useWords();
  return (
    <>
      <span className={classes.age}>
        {readAt === null ? (
          trouble === null ? (
            t('competitors.age.never')
          ) : null
        ) : (
          <>
            {t('competitors.age.read')} <When at={readAt} />
          </>
        )}
        {readAt === null ? null : nextAt === null ? (
          <>, {t('competitors.age.stopped')}</>
        ) : (
          <>
            , {t('competitors.age.next')} <When at={nextAt} />
          </>
        )}
      </span>
      {trouble === null ? null : <span className={classes.trouble}>{trouble}</span>}
    </>
  );
}
