import { Chip, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import { ruleWeekdays } from '../../../shared/models/recurrence-rule.ts';
import type { RuleWeekday } from '../../../shared/models/recurrence-rule.ts';
import { rhythms, ruleOfForm } from './repeat-form.ts';
import type { RepeatForm, Rhythm } from './repeat-form.ts';
import classes from './repeat-fields.module.css';
import { RepeatPreview } from './repeat-preview.tsx';
import type { RepeatChoice } from './when-choice.ts';
import { WhenDate } from './when-date.tsx';

interface RepeatFieldsProps {
  readonly choice: RepeatChoice;
  /** Where it goes. */
  readonly accountIds: readonly AccountId[];
  readonly onChange: (choice: RepeatChoice) => void;
}

const units = { daily: 'days', weekly: 'weeks', monthlyDay: 'months', monthlyWeekday: 'months' } as const;
const ends = ['never', 'count', 'date'] as const;
const endWords = { never: 'never', count: 'afterCount', date: 'onDate' } as const;

/** How a post repeats: first time, rhythm, end, and what comes of it. */
export function RepeatFields({ choice, accountIds, onChange }: RepeatFieldsProps) {
  const t = useWords();
  const { form, local, timeZone } = choice;
  const change = (next: Partial<RepeatForm>): void => onChange({ ...choice, form: { ...form, ...next } });
  const unit = form.rhythm === 'custom' ? null : units[form.rhythm];
  return (
    <Stack gap={8}>
      <WhenDate
        label={t('recurring.form.start')}
        local={local}
        timeZone={timeZone}
        past={false}
        onChange={(nextLocal, zone) => onChange({ ...choice, local: nextLocal, timeZone: zone })}
      />
      <Group gap={8} align="end" wrap="nowrap">
        <NativeSelect
          label={t('recurring.form.rhythm')}
          flex={1}
          value={form.rhythm}
          data={rhythms.map((value) => ({ value, label: t(`recurring.form.${value}`) }))}
          onChange={({ currentTarget: { value } }) => {
            const rhythm = rhythms.find((known): known is Rhythm => known === value) ?? 'weekly';
            // The rule of one's own begins with what was chosen before.
            change(rhythm === 'custom' ? { rhythm, custom: ruleOfForm(form, local) } : { rhythm });
          }}
        />
        {unit === null ? null : (
          <>
            <NumberInput
              label={t('recurring.form.interval')}
              value={form.interval}
              min={1}
              max={99}
              w={80}
              allowDecimal={false}
              clampBehavior="strict"
              onChange={(value) => change({ interval: Math.max(1, Number(value) || 1) })}
            />
            <Text size="md" pb={8}>
              {t(`recurring.form.${unit}`, { count: form.interval })}
            </Text>
          </>
        )}
      </Group>
      {unit === null ? (
        <TextInput
          label={t('recurring.form.rule')}
          description={t('recurring.form.ruleHint')}
          value={form.custom}
          spellCheck={false}
          maxLength={500}
          onChange={({ currentTarget: { value } }) => change({ custom: value })}
        />
      ) : null}
      {form.rhythm === 'weekly' ? (
        <Weekdays chosen={form.weekdays} onChange={(weekdays) => change({ weekdays })} />
      ) : null}
      {unit === null ? null : <End form={form} onChange={change} />}
      <RepeatPreview
        rule={ruleOfForm(form, local)}
        start={local}
        timeZone={timeZone}
        accountIds={accountIds}
      />
    </Stack>
  );
}

interface WeekdaysProps {
  readonly chosen: readonly RuleWeekday[];
  readonly onChange: (weekdays: RuleWeekday[]) => void;
}

/** The last day that is chosen stays, since a week without a day has no time. */
function Weekdays({ chosen, onChange }: WeekdaysProps) {
  const t = useWords();
  const { locale } = useFormats();
  const name = (weekday: RuleWeekday, width: 'short' | 'long'): string =>
    // 1 January 2024 was a Monday.
    new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(
      Date.UTC(2024, 0, ruleWeekdays.indexOf(weekday) + 1),
    );
  return (
    <fieldset className={classes.days}>
      <legend className={classes.legend}>{t('recurring.form.weekdays')}</legend>
      <Chip.Group
        multiple
        value={[...chosen]}
        onChange={(values) => {
          if (values.length > 0) onChange(ruleWeekdays.filter((weekday) => values.includes(weekday)));
        }}
      >
        <Group gap={4}>
          {ruleWeekdays.map((weekday) => (
            <Chip key={weekday} value={weekday} size="xs" aria-label={name(weekday, 'long')}>
              {name(weekday, 'short')}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </fieldset>
  );
}

interface EndProps {
  readonly form: RepeatForm;
  readonly onChange: (change: Partial<RepeatForm>) => void;
}

function End({ form, onChange }: EndProps) {
  const t = useWords();
  return (
    <Group gap={8} align="end" wrap="nowrap">
      <NativeSelect
        label={t('recurring.form.end')}
        value={form.end}
        flex={1}
        data={ends.map((value) => ({ value, label: t(`recurring.form.${endWords[value]}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ end: ends.find((end) => end === value) ?? 'never' })
        }
      />
      {form.end === 'count' ? (
        <NumberInput
          label={t('recurring.form.count')}
          value={form.count}
          min={1}
          max={1_000}
          w={120}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => onChange({ count: Math.max(1, Number(value) || 1) })}
        />
      ) : null}
      {form.end === 'date' ? (
        <TextInput
          type="date"
          label={t('recurring.form.until')}
          value={form.until}
          w={150}
          onChange={({ currentTarget: { value } }) => onChange({ until: value })}
        />
      ) : null}
    </Group>
  );
}
