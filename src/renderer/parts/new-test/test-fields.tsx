import { Chip, Group, NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { handleOf } from '../../../shared/models/account-handle.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { ExperimentScheme } from '../../../shared/models/experiment.ts';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './new-test.module.css';
import type { TestForm } from './test-form.ts';

interface FieldsProps {
  readonly form: TestForm;
  readonly onChange: (form: TestForm) => void;
}

const schemes = ['comparable_times', 'comparable_accounts'] as const;
const ages = [
  { hours: 1, word: 'hour' },
  { hours: 24, word: 'day' },
  { hours: 168, word: 'week' },
  { hours: 672, word: 'month' },
] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Name, accounts, days, and when it counts as decided. */
export function TestFields({ form, onChange }: FieldsProps) {
  const t = useWords();
  const change = (next: Partial<TestForm>): void => onChange({ ...form, ...next });
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('tests.start.name')}
        value={form.name}
        maxLength={80}
        onChange={({ currentTarget: { value } }) => change({ name: value })}
      />
      <div>
        <div className={classes.label}>{t('tests.start.scheme')}</div>
        <SegmentedControl<ExperimentScheme>
          size="xs"
          aria-label={t('tests.start.scheme')}
          value={form.scheme}
          data={schemes.map((value) => ({ value, label: t(`tests.start.${value}`) }))}
          onChange={(scheme) =>
            change({
              scheme,
              accountIds: scheme === 'comparable_times' ? form.accountIds.slice(0, 1) : form.accountIds,
            })
          }
        />
      </div>
      <Accounts form={form} onChange={onChange} />
      <Days form={form} onChange={onChange} />
      <fieldset className={classes.source}>
        <legend className={classes.heading}>{t('tests.start.fine')}</legend>
        <div className={classes.fine}>
          <NativeSelect
            label={t('tests.start.age')}
            value={String(form.readAfterHours)}
            data={ages.map(({ hours, word }) => ({
              value: String(hours),
              label: t(`tests.start.ages.${word}`),
            }))}
            onChange={({ currentTarget: { value } }) =>
              change({ readAfterHours: ages.find(({ hours }) => String(hours) === value)?.hours ?? 24 })
            }
          />
          <Amount
            label={t('tests.start.threshold')}
            value={form.threshold}
            range={[60, 99]}
            onChange={(threshold) => change({ threshold })}
          />
          <Amount
            label={t('tests.start.margin')}
            value={form.margin}
            range={[0, 50]}
            onChange={(margin) => change({ margin })}
          />
          <Amount
            label={t('tests.start.least')}
            value={form.least}
            range={[2, 30]}
            onChange={(least) => change({ least })}
          />
        </div>
      </fieldset>
    </div>
  );
}

interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly range: readonly [number, number];
  readonly onChange: (value: number) => void;
}

function Amount({ label, value, range: [min, max], onChange }: AmountProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      onChange={(next) => onChange(Math.min(max, Math.max(min, Number(next) || min)))}
    />
  );
}

/** One account for a test over time, several of one network for one at the same time. */
function Accounts({ form, onChange }: FieldsProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data = [] } = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  const usable = data.filter(({ state }) => state === 'connected');
  const chips = usable.map((account) => (
    <Chip key={account.id} value={account.id} size="xs">
      {handleOf(account)}
    </Chip>
  ));
  const choose = (ids: readonly string[]): void => {
    const accountIds = usable.flatMap(({ id }): AccountId[] => (ids.includes(id) ? [id] : []));
    if (accountIds.length > 0) onChange({ ...form, accountIds });
  };
  return (
    <fieldset className={classes.source}>
      <legend className={classes.heading}>{t('tests.start.accounts')}</legend>
      {form.scheme === 'comparable_times' ? (
        <Chip.Group value={form.accountIds[0] ?? null} onChange={(id) => choose(id === null ? [] : [id])}>
          <Group gap={4}>{chips}</Group>
        </Chip.Group>
      ) : (
        <Chip.Group multiple value={[...form.accountIds]} onChange={choose}>
          <Group gap={4}>{chips}</Group>
        </Chip.Group>
      )}
    </fieldset>
  );
}

/** The last day that is chosen stays: without one nothing goes out. */
function Days({ form, onChange }: FieldsProps) {
  const t = useWords();
  const { locale, timeZone } = useFormats();
  const name = (weekday: number, width: 'short' | 'long'): string =>
    // 1 January 2024 was a Monday.
    new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
  return (
    <Group gap={16} align="end">
      <fieldset className={classes.source}>
        <legend className={classes.heading}>{t('tests.start.days')}</legend>
        <Chip.Group
          multiple
          value={form.weekdays.map(String)}
          onChange={(values) => {
            const chosen = weekdays.filter((weekday) => values.includes(String(weekday)));
            if (chosen.length > 0) onChange({ ...form, weekdays: chosen });
          }}
        >
          <Group gap={4}>
            {weekdays.map((weekday) => (
              <Chip key={weekday} value={String(weekday)} size="xs" aria-label={name(weekday, 'long')}>
                {name(weekday, 'short')}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </fieldset>
      <TextInput
        type="time"
        w={160}
        label={t('tests.start.time', { zone: timeZone })}
        value={form.time}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') onChange({ ...form, time: value });
        }}
      />
    </Group>
  );
}
