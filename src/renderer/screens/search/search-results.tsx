import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { AccountName } from '../../parts/delivery/account-name.tsx';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { When } from '../../parts/when.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './search-screen.module.css';
import { Snippet } from './snippet.tsx';

const most = 100;

/** The posts that hold the words of a query; each opens here, or on the network where it was not written here. */
export function SearchResults({ query }: { query: string }) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const accounts = useAccounts();
  const search = useQuery({
    ...api.posts.search.queryOptions({ input: { workspaceId, query: query || ' ', limit: most } }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  if (query === '') return <EmptyState title={t('search.hint.title')} text={t('search.hint.text')} />;
  if (search.isPending) return <LoadingSkeleton rows={4} />;
  if (search.isError) return <ErrorState error={search.error} onRetry={() => void search.refetch()} />;
  if (search.data.length === 0) {
    return <EmptyState title={t('search.none.title')} text={t('search.none.text')} />;
  }
  return (
    <>
      <p className={classes.count} aria-live="polite">
        {t('search.count', { count: search.data.length })}
      </p>
      <ul className={classes.results}>
        {search.data.map((result) => {
          const account = result.accountId === null ? undefined : accounts.get(result.accountId);
          const body: ReactNode = (
            <>
              <Snippet snippet={result.snippet} />
              <span className={classes.meta}>
                <span>{t(`search.kind.${result.kind}`)}</span>
                {account ? <AccountName accountId={account.id} platform={account.platform} /> : null}
                <When at={result.at} />
              </span>
            </>
          );
          const key = `${result.kind} ${result.postId ?? result.url ?? ''} ${result.at}`;
          if (result.postId !== null) {
            return (
              <li key={key}>
                <Link href={`/compose/${result.postId}`} className={classes.result}>
                  {body}
                </Link>
              </li>
            );
          }
          return (
            <li key={key}>
              {result.url === null ? (
                <div className={classes.result}>{body}</div>
              ) : (
                <a href={result.url} target="_blank" rel="noreferrer" className={classes.result}>
                  {body}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
