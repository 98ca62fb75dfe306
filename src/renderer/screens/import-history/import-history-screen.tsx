import type { Account } from '../../../shared/models/account.ts';
import { useWords } from '../../words.ts';
import { ChooseTable } from '../import/choose-table.tsx';
import { ImportPage } from '../import/import-page.tsx';
import { exampleHistoryUrl } from './example-history.ts';
import { HistoryChoicesForm } from './history-choices.tsx';
import { HistoryPreview } from './history-preview.tsx';
import { HistoryResult } from './history-result.tsx';
import own from './import-history.module.css';
import { useHistoryImport } from './use-history-import.ts';

/** Past posts with their numbers from a table: choose a file, say which column is what, see what it would do, import. */
export function ImportHistoryScreen() {
  const t = useWords();
  return (
    <ImportPage
      words={{
        title: t('historyImportScreen.title'),
        lead: t('historyImportScreen.lead'),
        example: {
          link: t('historyImportScreen.example.link'),
          file: t('historyImportScreen.example.file'),
          url: exampleHistoryUrl,
        },
        noAccounts: {
          title: t('historyImportScreen.noAccounts.title'),
          text: t('historyImportScreen.noAccounts.text'),
          action: t('historyImportScreen.noAccounts.action'),
        },
      }}
      Steps={Steps}
    />
  );
}

function Steps({ accounts }: { accounts: readonly Account[] }) {
  const t = useWords();
  const run = useHistoryImport(accounts);
  if (run.result) return <HistoryResult result={run.result} run={run} />;
  return (
    <ChooseTable
      file={run.file}
      text={t('historyImportScreen.drop')}
      locked={run.applying}
      onFile={run.choose}
    >
      {/* What is being imported is not chosen anew meanwhile. */}
      <fieldset className={own.choices} disabled={run.applying}>
        <HistoryChoicesForm accounts={accounts} run={run} />
      </fieldset>
      <HistoryPreview run={run} />
    </ChooseTable>
  );
}
