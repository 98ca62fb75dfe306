import { Select } from '@mantine/core';
import { historyColumn } from '../../../shared/contract/metrics.ts';
import type { HistoryColumn } from '../../../shared/contract/metrics.ts';
import type { Account } from '../../../shared/models/account.ts';
import { useAccountLabel } from '../../parts/use-account-label.ts';
import { ZoneSelect } from '../../parts/zone-select.tsx';
import { useWords } from '../../words.ts';
import classes from '../import/import-screen.module.css';
import own from './import-history.module.css';
import type { HistoryImportRun } from './use-history-import.ts';

interface HistoryChoicesFormProps {
  readonly accounts: readonly Account[];
  readonly run: HistoryImportRun;
}

/** Whose posts these are, in which zone their dates are, and which column of the file holds what. */
export function HistoryChoicesForm({ accounts, run }: HistoryChoicesFormProps) {
  const t = useWords();
  const labelOf = useAccountLabel();
  const { choices, preview, change } = run;
  const headers = preview.data?.headers ?? [];
  const columns = preview.data?.columns ?? {};
  const set = (column: HistoryColumn, header: string | null): void => {
    // A column of the file holds one thing: what it held before is left open.
    const others = Object.entries(columns).filter(([name, taken]) => name !== column && taken !== header);
    change({ columns: { ...Object.fromEntries(others), ...(header === null ? {} : { [column]: header }) } });
  };
  return (
    <>
      <section className={classes.section} aria-label={t('historyImportScreen.rows.title')}>
        <h2 className={classes.heading}>{t('historyImportScreen.rows.title')}</h2>
        <div className={own.fields}>
          {accounts.length > 1 ? (
            <Select
              label={t('historyImportScreen.rows.account')}
              value={choices.accountId ?? ''}
              allowDeselect={false}
              data={[
                { value: '', label: t('historyImportScreen.rows.byRow') },
                ...accounts.map((account) => ({ value: account.id, label: labelOf(account) })),
              ]}
              onChange={(id) =>
                change({ accountId: accounts.find((account) => account.id === id)?.id ?? null })
              }
            />
          ) : null}
          <ZoneSelect
            label={t('historyImportScreen.rows.zone')}
            value={choices.timeZone}
            onChange={(timeZone) => change({ timeZone })}
          />
        </div>
        <p className={classes.quiet}>{t('historyImportScreen.rows.zoneHint')}</p>
      </section>
      {headers.length > 0 ? (
        <section className={classes.section} aria-label={t('historyImportScreen.columns.title')}>
          <h2 className={classes.heading}>{t('historyImportScreen.columns.title')}</h2>
          <p className={classes.quiet}>{t('historyImportScreen.columns.text')}</p>
          <div className={own.fields}>
            {historyColumn.options.map((column) => (
              <Select
                key={column}
                size="xs"
                label={t(`historyImportScreen.columns.names.${column}`)}
                placeholder={t('historyImportScreen.columns.none')}
                clearable
                value={columns[column] ?? null}
                data={[...new Set(headers)].filter((header) => header !== '')}
                onChange={(header) => set(column, header)}
              />
            ))}
          </div>
        </section>
      ) : null}
    </>
  );
}
