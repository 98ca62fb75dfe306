import { Button, Select, TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { describeFailure } from '../../failure.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { MentionRow } from './mention-row.tsx';
import classes from './network-search.module.css';
import { NotOffered } from './not-offered.tsx';

const isAvailable = (account: Account): boolean =>
  account.features.some(({ name, available }) => name === 'search' && available);

/** A search for public posts on the network of one account; asked when the user says so, since some networks count it. */
export function NetworkSearch({ accounts }: { accounts: readonly Account[] }) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const cards = usePlatforms();
  const able = accounts.filter(isAvailable);
  const [chosen, setChosen] = useState<string | null>(null);
  const account = able.find(({ id }) => id === chosen) ?? able[0];
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<{ id: Account['id']; query: string } | null>(null);
  const search = useQuery(
    api.metrics.searchNetwork.queryOptions({
      input: { workspaceId, accountId: asked?.id ?? noAccount, query: asked?.query ?? '' },
      enabled: asked !== null,
      retry: false,
      gcTime: 60_000,
    }),
  );
  const titleOf = (one: Account): string => cards.get(one.platform)?.title ?? one.platform;

  const found = (): ReactNode => {
    if (asked === null) return <p className={classes.hint}>{t('analytics.search.hint')}</p>;
    if (search.isPending) return <LoadingSkeleton rows={3} />;
    if (search.isError) {
      // Asking again does not change what a network offers.
      const again =
        describeFailure(search.error, t).code === 'not_offered'
          ? {}
          : { onRetry: () => void search.refetch() };
      return <ErrorState error={search.error} {...again} />;
    }
    if (search.data.length === 0) {
      return (
        <EmptyState
          title={t('analytics.search.nothing.title')}
          text={t('analytics.search.nothing.text', { query: asked.query })}
        />
      );
    }
    return (
      <ul className={classes.found} aria-label={t('analytics.search.found')}>
        {search.data.map((post) => (
          <li key={post.remoteId}>
            <MentionRow mention={{ ...post, accountId: asked.id, kind: 'found', onPost: null }} />
          </li>
        ))}
      </ul>
    );
  };

  return (
    <section aria-label={t('analytics.search.label')}>
      {account ? (
        <form
          role="search"
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            const query = typed.trim();
            if (query !== '') setAsked({ id: account.id, query });
          }}
        >
          <TextInput
            className={classes.field ?? ''}
            aria-label={t('analytics.search.words')}
            placeholder={t('analytics.search.words')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {able.length > 1 ? (
            <Select
              w={240}
              aria-label={t('analytics.search.where')}
              value={account.id}
              allowDeselect={false}
              data={able.map((one) => ({ value: one.id, label: `${titleOf(one)}, @${one.username}` }))}
              onChange={setChosen}
            />
          ) : null}
          <Button type="submit" variant="default" disabled={typed.trim() === ''}>
            {t('analytics.search.on', { network: titleOf(account) })}
          </Button>
        </form>
      ) : null}
      {account ? found() : null}
      <NotOffered accounts={accounts} feature="search" />
    </section>
  );
}

const noAccount = '' as Account['id'];
