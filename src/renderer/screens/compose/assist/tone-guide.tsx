import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../../../shared/models/account.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import classes from './assist.module.css';
import { Disclosure } from './disclosure.tsx';

/** How the account's best posts sound and which those are, or how many more it takes to know. */
export function ToneGuide({ account }: { readonly account: Account | undefined }) {
  const t = useWords();
  return account === undefined ? (
    <p className={classes.quiet}>{t('assist.guide.noAccount')}</p>
  ) : (
    <GuideOf account={account} />
  );
}

function GuideOf({ account }: { readonly account: Account }) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data, error, refetch } = useQuery(
    // New posts and readings change it, so it is asked for whenever it is looked at.
    api.assist.toneGuide.queryOptions({ input: { workspaceId, accountId: account.id }, staleTime: 0 }),
  );
  const name = `@${account.username}`;
  if (error) return <ErrorState inline error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { guide, have, need } = data;
  if (guide === null) {
    const count = Math.max(1, need - have);
    return <p className={classes.quiet}>{t('assist.guide.more', { count, account: name })}</p>;
  }
  return (
    <Disclosure
      label={t('assist.guide.title', { account: name })}
      summary={t('assist.guide.from', { count: guide.basedOn.length })}
    >
      <ul className={classes.traits}>
        {guide.traits.map((trait) => (
          <li key={trait}>{trait}</li>
        ))}
      </ul>
      <ul className={classes.posts}>
        {guide.basedOn.map(({ remoteId, text, url }) => (
          <li key={remoteId}>
            <span className={classes.post} dir="auto">
              {text}
            </span>
            {url === null ? null : (
              <Anchor href={url} target="_blank" rel="noreferrer" size="xs">
                {t('assist.guide.open')}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
