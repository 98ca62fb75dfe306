import { Button, Group } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { Link } from 'wouter';
import type { HistoryImport } from '../../../shared/contract/metrics.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import type { HistoryImportRun } from './use-history-import.ts';

interface HistoryResultProps {
  readonly result: HistoryImport;
  readonly run: HistoryImportRun;
}

/** What was added, what it is good for, and how to take it back. */
export function HistoryResult({ result, run }: HistoryResultProps) {
  const t = useWords();
  const { count: show } = useFormats();
  const { imported, importedAt, already, bad } = result;
  const numbered = (count: number) => ({ count, shown: show(count) });
  const text = [
    imported > 0 ? t('historyImportScreen.result.text') : '',
    already > 0 ? t('historyImportScreen.result.already', numbered(already)) : '',
    bad > 0 ? t('historyImportScreen.result.bad', numbered(bad)) : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <output>
      <EmptyState
        icon={<IconCircleCheck size={40} stroke={1.4} />}
        title={
          imported > 0
            ? t('historyImportScreen.result.title', numbered(imported))
            : t('historyImportScreen.result.nothing')
        }
        text={text}
        action={
          <Group gap={8} justify="center">
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
          </Group>
        }
      />
    </output>
  );
}
