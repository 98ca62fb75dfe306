import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { Link } from 'wouter';
import type { Account } from '../../../shared/models/account.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './import-screen.module.css';

/** What such a screen says before there is a file. */
interface ImportPageWords {
  readonly title: string;
  readonly lead: string;
  readonly example: { readonly link: string; readonly file: string; readonly url: string };
  readonly noAccounts: { readonly title: string; readonly text: string; readonly action: string };
}

interface ImportPageProps {
  readonly words: ImportPageWords;
  /** Drawn once there are accounts; begins anew in another workspace. */
  readonly Steps: ComponentType<{ readonly accounts: readonly Account[] }>;
}

/** A screen that takes something out of a table, for accounts that must be connected first. */
export function ImportPage({ words: { title, lead, example, noAccounts }, Steps }: ImportPageProps) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const accounts = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));

  const content = (): ReactNode => {
    if (accounts.isPending) return <LoadingSkeleton rows={2} height={120} />;
    if (accounts.isError)
      return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
    if (accounts.data.length > 0) return <Steps key={workspaceId} accounts={accounts.data} />;
    return (
      <EmptyState
        title={noAccounts.title}
        text={noAccounts.text}
        action={
          <Button component={Link} href="/accounts?connect">
            {noAccounts.action}
          </Button>
        }
      />
    );
  };

  return (
    <Screen
      title={title}
      actions={
        <Anchor href={example.url} download={example.file} size="sm">
          {example.link}
        </Anchor>
      }
    >
      <p className={classes.lead}>{lead}</p>
      {content()}
    </Screen>
  );
}
