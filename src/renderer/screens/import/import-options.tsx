import { Chip, Group, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { handleOf } from '../../../shared/models/account-handle.ts';
import type { Account } from '../../../shared/models/account.ts';
import { readNow } from '../../clock.tsx';
import { useAccountLabel } from '../../parts/use-account-label.ts';
import { ZoneSelect } from '../../parts/zone-select.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './import-screen.module.css';
import { spacingFault } from './use-import.ts';
import type { ImportChoices } from './use-import.ts';

interface ImportOptionsProps {
  readonly accounts: readonly Account[];
  readonly options: ImportChoices;
  readonly onChange: (changes: Partial<ImportChoices>) => void;
}

const undatedKinds = [
  { value: 'draft', words: 'undatedDraft' },
  { value: 'slots', words: 'undatedSlots' },
  { value: 'spaced', words: 'undatedSpaced' },
] as const;

/** What holds for rows that name no account, no zone or no date. */
export function ImportOptions({ accounts, options, onChange }: ImportOptionsProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data: settings } = useQuery(api.settings.workspace.queryOptions({ input: { workspaceId } }));
  const labelOf = useAccountLabel();
  const fault = spacingFault(options, readNow());
  const [only] = accounts;
  return (
    <section className={classes.section} aria-label={t('importScreen.options.title')}>
      <h2 className={classes.subheading} style={{ marginTop: 0 }}>
        {t('importScreen.options.title')}
      </h2>
      {accounts.length === 1 && only ? (
        <p className={classes.quiet}>{t('importScreen.options.accountsOne', { account: handleOf(only) })}</p>
      ) : null}
      <div className={classes.options}>
        {accounts.length > 1 ? (
          <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
            <legend className={classes.label}>{t('importScreen.options.accounts')}</legend>
            <Chip.Group
              multiple
              value={[...options.accountIds]}
              onChange={(chosen) =>
                onChange({
                  accountIds: accounts.map(({ id }) => id).filter((id) => chosen.includes(id)),
                })
              }
            >
              <Group gap={4}>
                {accounts.map((account) => (
                  <Chip key={account.id} value={account.id} size="sm">
                    {labelOf(account)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </fieldset>
        ) : null}
        <ZoneSelect
          label={t('importScreen.options.zone')}
          value={options.timeZone}
          onChange={(timeZone) => onChange({ timeZone })}
        />
        <div>
          <p className={classes.label} id="undated">
            {t('importScreen.options.undated')}
          </p>
          <SegmentedControl
            aria-labelledby="undated"
            value={options.undated}
            data={undatedKinds.map(({ value, words }) => ({
              value,
              label: t(`importScreen.options.${words}`),
            }))}
            onChange={(value) => {
              const chosen = undatedKinds.find((kind) => kind.value === value);
              if (chosen) onChange({ undated: chosen.value });
            }}
          />
          {options.undated === 'slots' && settings?.slots.length === 0 ? (
            <p className={classes.quiet}>{t('importScreen.options.noSlots')}</p>
          ) : null}
          {options.undated === 'spaced' ? (
            <Group gap={16} mt={12} align="flex-start">
              <TextInput
                type="datetime-local"
                label={t('importScreen.options.from')}
                value={options.start}
                error={fault === 'from' ? t('importScreen.options.fromWrong') : null}
                onChange={(event) => onChange({ start: event.currentTarget.value })}
              />
              <NumberInput
                label={t('importScreen.options.every')}
                value={options.everyMinutes}
                min={1}
                max={10_080}
                allowDecimal={false}
                error={fault === 'every' ? t('importScreen.options.everyWrong') : null}
                onChange={(value) => onChange({ everyMinutes: typeof value === 'number' ? value : 0 })}
                w={128}
              />
            </Group>
          ) : null}
        </div>
      </div>
    </section>
  );
}
