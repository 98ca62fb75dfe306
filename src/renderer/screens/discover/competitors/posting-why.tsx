import type { Posting } from '../../../../shared/models/listening.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './posting-why.module.css';

/** What the middle of a network's competitors is taken from, one click away. */
export function MiddleWhy({ competitors }: { competitors: number }) {
  const t = useWords();
  return (
    <details className={classes.root}>
      <summary>{t('competitors.why.open')}</summary>
      <p>{t('competitors.why.middle', { count: competitors })}</p>
    </details>
  );
}

/** What an account's numbers are made of, one click away. */
export function PostingWhy({ posting }: { posting: Posting }) {
  const t = useWords();
  const formats = useFormats();
  const { since, posts, measuredPosts, accountId, followers } = posting;
  return (
    <details className={classes.root}>
      <summary>{t('competitors.why.open')}</summary>
      <p>
        {since === null
          ? t('competitors.why.unknown')
          : t('competitors.why.rhythm', { count: posts, since: formats.day(since) })}
      </p>
      {measuredPosts === 0 ? null : <p>{t('competitors.why.engagement', { count: measuredPosts })}</p>}
      {followers === null || posting.perThousandFollowers === null ? null : (
        <p>{t('competitors.why.perThousand', { followers: formats.count(followers) })}</p>
      )}
      <p>{t('competitors.why.intervals')}</p>
      {posting.formats.length === 0 ? null : (
        <ul aria-label={t('competitors.why.formats')}>
          {posting.formats.map(({ format, posts: count, engagement }) => {
            const about = { format: t(`competitors.formats.${format}`), posts: formats.count(count) };
            return (
              <li key={format}>
                {engagement === null
                  ? t('competitors.why.format', about)
                  : t('competitors.why.formatReactions', {
                      ...about,
                      reactions: formats.count(Math.round(engagement.value)),
                    })}
              </li>
            );
          })}
        </ul>
      )}
      {accountId === null ? null : <p>{t('competitors.why.unknownFormats')}</p>}
    </details>
  );
}
