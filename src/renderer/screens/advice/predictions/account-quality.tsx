import type { LearningQuality } from '../../../../shared/contract/learning.ts';
import { AccountName } from '../../../parts/delivery/account-name.tsx';
import type { Api } from '../../../queries.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { CalibrationChart } from './calibration-chart.tsx';
import { Figure } from './figure.tsx';
import { MoreHistory } from '../more-history.tsx';
import classes from './predictions.module.css';

type Account = Awaited<ReturnType<Api['learning']['quality']['call']>>['accounts'][number];

/** What predictions for one account are worth, or what is missing to make them. */
export function AccountQuality({ account, need }: { account: Account; need: number }) {
  const t = useWords();
  const formats = useFormats();
  const { quality, learnedAt, posts } = account;
  return (
    <section className={classes.account} aria-label={account.username}>
      <header className={classes.head}>
        <h2 className={classes.name}>
          <AccountName accountId={account.accountId} platform={account.platform} />
        </h2>
        {account.state === 'learned' && learnedAt !== null ? (
          <span className={classes.quiet}>
            {t('predictions.learned', { count: posts, when: formats.when(learnedAt) })}
          </span>
        ) : null}
      </header>
      {account.state === 'waiting' ? <p className={classes.quiet}>{t('predictions.waiting')}</p> : null}
      {account.state === 'not_enough_data' ? (
        <MoreHistory
          have={posts}
          need={need}
          accountId={account.accountId}
          title={t('predictions.notEnough.title', { count: posts, need })}
          text={t('predictions.notEnough.text')}
        />
      ) : null}
      {quality ? <Quality quality={quality} /> : null}
    </section>
  );
}

function Quality({ quality }: { quality: LearningQuality }) {
  const t = useWords();
  const formats = useFormats();
  const { model, median, lastPosts, judged, usual, parts } = quality;
  const better =
    model.medianError < median.medianError && model.medianError <= (lastPosts?.medianError ?? 1e9);
  const beside = [
    t('predictions.figures.errorBeside', {
      usual: formats.count(usual),
      error: formats.share(median.medianError),
    }),
    ...(lastPosts === null
      ? []
      : [t('predictions.figures.errorLast', { error: formats.share(lastPosts.medianError) })]),
  ];
  return (
    <>
      <dl className={classes.figures}>
        <Figure
          name={t('predictions.figures.error')}
          value={t('predictions.figures.errorValue', { error: formats.share(model.medianError) })}
          beside={[...beside, t(better ? 'predictions.figures.better' : 'predictions.figures.worse')]}
          why={t('predictions.figures.errorWhy', { count: judged })}
        />
        <Figure
          name={t('predictions.figures.held')}
          value={t('predictions.figures.heldValue', { share: formats.share(model.inInterval) })}
          beside={[
            t('predictions.figures.heldBeside', {
              held: formats.count(Math.round(model.inInterval * judged)),
              judged: formats.count(judged),
            }),
          ]}
          why={t('predictions.figures.heldWhy')}
        />
        <Figure
          name={t('predictions.figures.rank')}
          value={t('predictions.figures.rankValue', { rank: formats.decimal(model.rankCorrelation) })}
          beside={[t('predictions.figures.rankBeside')]}
          why={t('predictions.figures.rankWhy')}
        />
      </dl>
      {parts.length > 2 ? (
        <CalibrationChart parts={parts} />
      ) : (
        <p className={classes.quiet}>{t('predictions.chart.few')}</p>
      )}
    </>
  );
}
