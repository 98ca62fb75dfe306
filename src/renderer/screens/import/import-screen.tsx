import type { Account } from '../../../shared/models/account.ts';
import { useWords } from '../../words.ts';
import { ChooseTable } from './choose-table.tsx';
import { exampleFileUrl } from './example-file.ts';
import { ImportOptions } from './import-options.tsx';
import { ImportPage } from './import-page.tsx';
import { ImportPreviewView } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import { useImport } from './use-import.ts';

/** Posts from a table: choose a file, see what it would do, import. */
export function ImportScreen() {
  const t = useWords();
  return (
    <ImportPage
      words={{
        title: t('importScreen.title'),
        lead: t('importScreen.lead'),
        example: {
          link: t('importScreen.example.link'),
          file: t('importScreen.example.file'),
          url: exampleFileUrl,
        },
        noAccounts: {
          title: t('importScreen.noAccounts.title'),
          text: t('importScreen.noAccounts.text'),
          action: t('importScreen.noAccounts.action'),
        },
      }}
      Steps={Steps}
    />
  );
}

function Steps({ accounts }: { accounts: readonly Account[] }) {
  const run = useImport();
  if (run.result) return <ImportResult result={run.result} onAgain={run.reset} />;
  return (
    <ChooseTable file={run.file} onFile={run.choose}>
      <ImportOptions accounts={accounts} options={run.options} onChange={run.change} />
      {run.startFault ? null : <ImportPreviewView run={run} />}
    </ChooseTable>
  );
}
