import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { HeldFacts } from './held-facts.tsx';
import classes from './hold-screen.module.css';
import { UndecidedList } from './undecided-list.tsx';

/** Why nothing is sent from this data, what became of each post, and the user's word that ends it. */
export function HoldScreen() {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const queries = useQueryClient();
  const tellFailure = useTellFailure();
  const query = useQuery(api.copies.hold.queryOptions({ input: {} }));
  const release = useMutation(
    api.copies.release.mutationOptions({
      onSuccess: () =>
        notifications.show({
          message: t('copies.review.released'),
          closeButtonProps: { 'aria-label': t('shell.close') },
        }),
      onError: tellFailure,
      onSettled: () => queries.invalidateQueries(),
    }),
  );
  const title = t('copies.review.title');
  if (query.isPending) {
    return (
      <Screen title={title}>
        <LoadingSkeleton rows={4} />
      </Screen>
    );
  }
  if (query.isError && !query.data) {
    return (
      <Screen title={title}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Screen>
    );
  }
  const hold = query.data;
  if (!hold) {
    return (
      <Screen title={title}>
        <EmptyState
          title={t('copies.review.none.title')}
          text={t('copies.review.none.text')}
          action={
            <Button component={Link} href="/queue">
              {t('copies.review.none.action')}
            </Button>
          }
        />
      </Screen>
    );
  }
  return (
    <Screen title={title}>
      <p className={classes.lead}>
        {t(`copies.review.why.${hold.reason}`, { when: formats.when(hold.writtenAt) })}
      </p>
      <HeldFacts counts={hold.counts} />
      {hold.state === 'looking' ? (
        <output className={classes.looking}>{t('copies.review.looking')}</output>
      ) : null}
      <section className={classes.section} aria-labelledby="undecided">
        <h2 id="undecided" className={classes.heading}>
          {t('copies.review.listTitle')}
        </h2>
        {hold.undecided.length > 0 ? (
          <>
            <p className={classes.quiet}>{t('copies.review.listText')}</p>
            <UndecidedList deliveries={hold.undecided} />
          </>
        ) : (
          <p className={classes.quiet}>
            {hold.state === 'looking' ? t('copies.review.listWaits') : t('copies.review.listEmpty')}
          </p>
        )}
      </section>
      <section className={classes.section} aria-labelledby="release">
        <h2 id="release" className={classes.heading}>
          {t('copies.review.releaseTitle')}
        </h2>
        <p className={classes.quiet}>{t(`copies.review.releaseText.${hold.reason}`)}</p>
        {hold.counts.looking > 0 ? (
          <p className={classes.quiet}>{t('copies.review.releaseEarly', { count: hold.counts.looking })}</p>
        ) : null}
        <div className={classes.actions}>
          <Button loading={release.isPending} onClick={() => release.mutate({})}>
            {t('copies.review.release')}
          </Button>
          <Button variant="default" component={Link} href="/settings#copies">
            {t('copies.review.otherCopy')}
          </Button>
        </div>
      </section>
    </Screen>
  );
}
