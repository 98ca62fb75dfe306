import { Radio, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Account, PlatformCard } from '../../../shared/models/account.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import classes from './account-page.module.css';
import { spanOf } from './span-of.ts';

const modes = ['publish', 'remind'] as const;
const answers = ['ask', 'send_again', 'drop'] as const;

/** Who publishes the posts of an account, whether the network keeps them until their time, and what happens to unclear ones. */
export function AccountPublishing({
  account,
  platform,
}: {
  account: Account;
  platform: PlatformCard | undefined;
}) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const tell = useTellFailure();
  const input = { workspaceId: account.workspaceId, accountId: account.id };
  const network = platform?.title ?? account.platform;
  const publishing = useQuery(api.queue.publishing.queryOptions({ input }));
  const standing = useQuery(api.queue.standingAnswer.queryOptions({ input }));
  const queryKey = api.queue.publishing.queryKey({ input });
  const set = useMutation(
    api.queue.setPublishing.mutationOptions({
      onMutate: ({ mode, nativeSchedule }) => {
        const before = queries.getQueryData(queryKey);
        if (before)
          queries.setQueryData(queryKey, {
            ...before,
            ...(mode === undefined ? {} : { mode }),
            ...(nativeSchedule === undefined ? {} : { nativeSchedule }),
          });
      },
      onError: tell,
      onSettled: () => queries.invalidateQueries({ queryKey: api.queue.key() }),
    }),
  );
  const answer = useMutation(
    api.queue.setStandingAnswer.mutationOptions({ onError: tell, onSettled: () => standing.refetch() }),
  );
  const content = () => {
    if (publishing.isPending || standing.isPending) return <LoadingSkeleton rows={3} />;
    if (publishing.isError)
      return <ErrorState inline error={publishing.error} onRetry={() => void publishing.refetch()} />;
    const { mode, nativeSchedule, canScheduleNatively } = publishing.data;
    const ahead = platform?.nativeSchedule ? spanOf(platform.nativeSchedule.mostAheadMs) : null;
    return (
      <div className={classes.fields}>
        <Radio.Group
          label={t('accountsScreen.publishing.mode')}
          value={mode}
          onChange={(chosen) => {
            const wanted = modes.find((each) => each === chosen);
            if (wanted) set.mutate({ ...input, mode: wanted });
          }}
        >
          <div className={classes.choices}>
            {modes.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`accountsScreen.publishing.${each}.label`)}
                description={t(`accountsScreen.publishing.${each}.text`, { network })}
              />
            ))}
          </div>
        </Radio.Group>
        {canScheduleNatively ? (
          <Switch
            label={t('accountsScreen.publishing.native', { network })}
            description={
              mode === 'remind'
                ? t('accountsScreen.publishing.nativeRemind')
                : ahead === null
                  ? t('accountsScreen.publishing.nativeText', { network })
                  : t('accountsScreen.publishing.nativeAhead', {
                      network,
                      span: t(`accountsScreen.span.${ahead.unit}`, { count: ahead.count }),
                    })
            }
            checked={nativeSchedule}
            disabled={mode === 'remind'}
            onChange={(event) => set.mutate({ ...input, nativeSchedule: event.currentTarget.checked })}
          />
        ) : (
          <p className={classes.quiet}>{t('accountsScreen.publishing.noNative', { network })}</p>
        )}
        <Radio.Group
          label={t('accountsScreen.publishing.unclear')}
          description={t('accountsScreen.publishing.unclearText', { network })}
          value={standing.data?.answer ?? 'ask'}
          onChange={(chosen) => {
            const wanted = answers.find((each) => each === chosen);
            if (wanted) answer.mutate({ ...input, answer: wanted });
          }}
        >
          <div className={classes.choices}>
            {answers.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`accountsScreen.publishing.answer.${each}`)}
                disabled={answer.isPending}
              />
            ))}
          </div>
        </Radio.Group>
      </div>
    );
  };
  return (
    <section className={classes.section} aria-labelledby="publishing-title">
      <h2 className={classes.title} id="publishing-title">
        {t('accountsScreen.publishing.title')}
      </h2>
      {content()}
    </section>
  );
}
