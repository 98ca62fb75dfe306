import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { UnreadNetworks } from '../unread-networks.tsx';
import { NetworkList } from './network-list.tsx';
import { OwnTopicsList } from './own-topics-list.tsx';
import classes from './trends-tab.module.css';

/** What rises: in one's own posts, and by the networks' own lists. */
export function TrendsTab() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const trends = useQuery(api.listening.trends.queryOptions({ input: { workspaceId } }));
  if (trends.isError && !trends.data)
    return <ErrorState error={trends.error} onRetry={() => void trends.refetch()} />;
  if (!trends.data) return <LoadingSkeleton rows={4} height={96} />;
  const { networks, own } = trends.data;
  const reported = networks.filter(({ reading }) => reading.kind !== 'unread');
  return (
    <div className={classes.page}>
      <section aria-labelledby="own-topics">
        <h2 id="own-topics" className={classes.title}>
          {t('trends.own.title')}
        </h2>
        <p className={classes.intro}>{t('trends.own.intro')}</p>
        {own.length === 0 ? <p>{t('trends.own.nobody')}</p> : null}
        {own.map((topics) => (
          <OwnTopicsList key={topics.accountId} topics={topics} />
        ))}
      </section>
      <section aria-labelledby="network-trends">
        <h2 id="network-trends" className={classes.title}>
          {t('trends.network.title')}
        </h2>
        <p className={classes.intro}>{t('trends.network.intro')}</p>
        <div className={classes.networks}>
          {reported.map((network) => (
            <NetworkList key={network.platform} network={network} />
          ))}
        </div>
      </section>
      <UnreadNetworks title={t('trends.unread')} networks={networks} />
    </div>
  );
}
