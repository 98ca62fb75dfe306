import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { NetworkTrends } from '../../../../shared/models/listening.ts';
import { NetworkIcon, usePlatforms } from '../../../parts/network-icon.tsx';
import { useTellFailure } from '../../../parts/offer-undo.tsx';
import { When } from '../../../parts/when.tsx';
import { useApi } from '../../../queries.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import classes from './network-list.module.css';
import { TrendPlace } from './trend-place.tsx';
import { UseInPost } from './use-in-post.tsx';

/** What one network reports as rising, how old that is, and what asking again costs. */
export function NetworkList({ network }: { network: NetworkTrends }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const formats = useFormats();
  const tellFailure = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const { platform, reading, trends, readAt, trouble } = network;
  const title = usePlatforms().get(platform)?.title ?? platform;
  const ask = useMutation(
    api.listening.readTrends.mutationOptions({
      onError: tellFailure,
      onSettled: async () => await queries.invalidateQueries({ queryKey: api.listening.trends.key() }),
    }),
  );
  const costMicros = reading.kind === 'reads' ? reading.costMicros : 0;
  const cost = formats.dollars(costMicros);

  const content = (): ReactNode => {
    if (reading.kind === 'no_account')
      return <p className={classes.quiet}>{t('trends.network.noAccount', { network: title })}</p>;
    if (readAt === null) return null;
    if (trends.length === 0)
      return <p className={classes.quiet}>{t('trends.network.empty', { network: title })}</p>;
    return (
      <ol className={classes.list}>
        {trends.map(({ topic, kind, url, count }) => (
          <li key={`${kind} ${topic}`}>
            <span className={classes.topic}>
              {url === null ? (
                <bdi>{topic}</bdi>
              ) : (
                <a
                  dir="auto"
                  href={url}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={t('trends.network.open', { topic, network: title })}
                >
                  {topic}
                </a>
              )}
              {count === null ? null : (
                <span className={classes.quiet}>
                  {t(kind === 'video' ? 'trends.network.views' : 'trends.network.posts', {
                    count,
                    shown: formats.countShort(count),
                  })}
                </span>
              )}
            </span>
            <UseInPost topic={topic} platform={platform} />
          </li>
        ))}
      </ol>
    );
  };

  return (
    <article className={classes.card} aria-label={title}>
      <header className={classes.head}>
        <NetworkIcon platform={platform} size={14} />
        <h3 className={classes.name}>{title}</h3>
        <span className={classes.age}>
          {readAt === null ? (
            reading.kind === 'reads' ? (
              t('trends.network.never')
            ) : null
          ) : (
            <>
              {t('trends.network.age')} <When at={readAt} />
            </>
          )}
        </span>
      </header>
      {reading.kind === 'reads' && network.places.length > 0 ? (
        <div className={classes.place}>
          <TrendPlace network={network} title={title} />
        </div>
      ) : null}
      {trouble === null ? null : (
        <p className={classes.trouble}>
          {trouble} {readAt === null ? null : t('trends.network.old')}
        </p>
      )}
      {content()}
      {reading.kind === 'reads' ? (
        <footer className={classes.foot}>
          <Button
            variant="default"
            size="xs"
            loading={ask.isPending}
            onClick={() =>
              ask.mutate({ workspaceId, platform, place: network.place, agreedMicros: costMicros })
            }
          >
            {costMicros > 0 ? t('trends.network.ask', { cost }) : t('trends.network.again')}
          </Button>
          <span className={classes.quiet}>
            {costMicros > 0 ? t('trends.network.askNote', { network: title }) : t('trends.network.againFree')}
          </span>
        </footer>
      ) : null}
    </article>
  );
}
