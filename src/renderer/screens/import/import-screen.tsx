import { Anchor, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import IconFileTypeCsv from '@tabler/icons-react/dist/esm/icons/IconFileTypeCsv.mjs';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { exampleFileUrl } from './example-file.ts';
import { FileDrop } from './file-drop.tsx';
import { ImportOptions } from './import-options.tsx';
import { ImportPreviewView } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import classes from './import-screen.module.css';
import { useImport } from './use-import.ts';

/** Posts from a table: choose a file, see what it would do, import. */
export function ImportScreen() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const accounts = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  const run = useImport();
  const [dropping, setDropping] = useState(false);

  const content = (): ReactNode => {
    if (accounts.isPending) return <LoadingSkeleton rows={2} height={120} />;
    if (accounts.isError) {
      return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
    }
    if (accounts.data.length === 0) {
      return (
        <EmptyState
          title={t('importScreen.noAccounts.title')}
          text={t('importScreen.noAccounts.text')}
          action={
            <Button component={Link} href="/accounts?connect">
              {t('importScreen.noAccounts.action')}
            </Button>
          }
        />
      );
    }
    if (run.result) return <ImportResult result={run.result} onAgain={run.reset} />;
    if (!run.file || dropping) {
      return (
        <FileDrop
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
        <Group gap={8} className={classes.file ?? ''}>
          <IconFileTypeCsv size={20} aria-hidden />
          <strong className={classes.fileName}>{run.file.fileName}</strong>
          <Button size="compact-sm" variant="default" onClick={() => setDropping(true)}>
            {t('importScreen.drop.another')}
          </Button>
        </Group>
        <ImportOptions accounts={accounts.data} options={run.options} onChange={run.change} />
        {run.startFault ? null : <ImportPreviewView run={run} />}
      </>
    );
  };

  return (
    <Screen
      title={t('importScreen.title')}
      actions={
        <Anchor href={exampleFileUrl} download={t('importScreen.example.file')} size="sm">
          {t('importScreen.example.link')}
        </Anchor>
      }
    >
      <p className={classes.lead}>{t('importScreen.lead')}</p>
      {content()}
    </Screen>
  );
}
