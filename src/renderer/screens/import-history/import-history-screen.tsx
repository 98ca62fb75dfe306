import { Anchor, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import IconFileTypeCsv from '@tabler/icons-react/dist/esm/icons/IconFileTypeCsv.mjs';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Account } from '../../../shared/models/account.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { FileDrop } from '../import/file-drop.tsx';
import classes from '../import/import-screen.module.css';
import { exampleHistoryUrl } from './example-history.ts';
import { HistoryChoicesForm } from './history-choices.tsx';
import { HistoryPreview } from './history-preview.tsx';
import { HistoryResult } from './history-result.tsx';
import own from './import-history.module.css';
import { useHistoryImport } from './use-history-import.ts';

/** Past posts with their numbers from a table: choose a file, say which column is what, see what it would do, import. */
export function ImportHistoryScreen() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const accounts = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));

  const content = (): ReactNode => {
    if (accounts.isPending) return <LoadingSkeleton rows={2} height={120} />;
    if (accounts.isError) {
      return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
    }
    if (accounts.data.length === 0) {
      return (
        <EmptyState
          title={t('historyImportScreen.noAccounts.title')}
          text={t('historyImportScreen.noAccounts.text')}
          action={
            <Button component={Link} href="/accounts?connect">
              {t('historyImportScreen.noAccounts.action')}
            </Button>
          }
        />
      );
    }
    return <Steps key={workspaceId} accounts={accounts.data} />;
  };

  return (
    <Screen
      title={t('historyImportScreen.title')}
      actions={
        <Anchor href={exampleHistoryUrl} download={t('historyImportScreen.example.file')} size="sm">
          {t('historyImportScreen.example.link')}
        </Anchor>
      }
    >
      <p className={classes.lead}>{t('historyImportScreen.lead')}</p>
      {content()}
    </Screen>
  );
}

function Steps({ accounts }: { accounts: readonly Account[] }) {
  const t = useWords();
  const run = useHistoryImport(accounts);
  const [dropping, setDropping] = useState(false);
  if (run.result) return <HistoryResult result={run.result} run={run} />;
  if (!run.file || dropping) {
    return (
      <FileDrop
        text={t('historyImportScreen.drop')}
        onFile={(file) => {
          setDropping(false);
          run.choose(file);
        }}
        {...(run.file ? { onKeep: () => setDropping(false) } : {})}
      />
    );
  }
  return (
    <>
      {/* What is being imported is not chosen anew meanwhile. */}
      <fieldset className={own.choices} disabled={run.applying}>
        <Group gap={8} className={classes.file ?? ''}>
          <IconFileTypeCsv size={20} aria-hidden />
          <strong className={classes.fileName}>{run.file.fileName}</strong>
          <Button size="compact-sm" variant="default" onClick={() => setDropping(true)}>
            {t('importScreen.drop.another')}
          </Button>
        </Group>
        <HistoryChoicesForm accounts={accounts} run={run} />
      </fieldset>
      <HistoryPreview run={run} />
    </>
  );
}
