import type { OwnTopics } from '../../../../shared/models/listening.ts';
import { NetworkIcon } from '../../../parts/network-icon.tsx';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './own-topics-list.module.css';
import { UseInPost } from './use-in-post.tsx';

/** The topics of one account's posts that bring more than is usual, with how sure that is. */
export function OwnTopicsList({
  topics: { accountId, platform, handle, posts, leastPosts, topics },
}: {
  topics: OwnTopics;
}) {
  const t = useWords();
  const { locale } = useFormats();
  const signed = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  return (
    <article className={classes.card} aria-label={handle}>
      <h3 className={classes.name}>
        <NetworkIcon platform={platform} size={14} labelled /> @{handle}
      </h3>
      {posts < leastPosts ? (
        <p className={classes.quiet}>{t('trends.own.few', { count: posts, least: leastPosts })}</p>
      ) : topics.length === 0 ? (
        <p className={classes.quiet}>{t('trends.own.none')}</p>
      ) : (
        <ul className={classes.list}>
          {topics.map(({ topic, posts: count, lift, isRising, example }) => (
            <li key={topic}>
              <span className={classes.topic} dir="auto">
                {topic}
              </span>
              <span className={classes.state} data-rising={isRising || undefined}>
                {isRising ? t('trends.own.rising') : t('trends.own.unsure')}
              </span>
              <span className={classes.quiet}>
                {t('trends.own.lift', {
                  count,
                  lift: signed.format(lift.value),
                  low: signed.format(lift.low),
                  high: signed.format(lift.high),
                })}
              </span>
              <details className={classes.quiet}>
                <summary>{t('trends.own.why')}</summary>
                <p>{t('trends.own.how')}</p>
                <p>{t('trends.own.best', { text: example.text })}</p>
              </details>
              <UseInPost topic={topic} platform={platform} accountId={accountId} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
