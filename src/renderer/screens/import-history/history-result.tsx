import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { HistoryImport } from '../../../shared/contract/metrics.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { ImportDone } from '../import/import-done.tsx';
import type { HistoryImportRun } from './use-history-import.ts';

interface HistoryResultProps {
  readonly result: HistoryImport;
  readonly run: HistoryImportRun;
}

/** What was added, what it is good for, and how to take it back. */
export function HistoryResult({ result: { imported, importedAt, already, bad }, run }: HistoryResultProps) {
  const t = useWords();
  const { count: show } = useFormats();
  const numbered = (count: number) => ({ count, shown: show(count) });
  return (
    <ImportDone
      title={
        imported > 0
          ? t('historyImportScreen.result.title', numbered(imported))
          : t('historyImportScreen.result.nothing')
      }
      sentences={[
        imported > 0 ? t('historyImportScreen.result.text') : '',
        already > 0 ? t('historyImportScreen.result.already', numbered(already)) : '',
        bad > 0 ? t('historyImportScreen.result.bad', numbered(bad)) : '',
      ]}
    >
      <Button component={Link} href="/advice?tab=predictions">
        {t('historyImportScreen.result.predictions')}
      </Button>
      <Button variant="default" onClick={run.reset}>
        {t('historyImportScreen.result.again')}
      </Button>
      {importedAt === null ? null : (
        <Button variant="default" loading={run.undoing} onClick={() => run.undo(importedAt)}>
          {t('historyImportScreen.result.undo')}
        </Button>
      )}
    </ImportDone>
  );
}
