import { Group, Switch } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import type { PlanningRules } from '../../../../shared/models/planning.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { CommitField } from '../commit-field.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { useSave } from '../use-save.ts';
import { useTold } from '../use-settings.ts';
import { clockOf, minuteOf } from '../weekly-slots.ts';
import { CategoryList } from './category-list.tsx';
import { usePlanningRules } from './use-planning.ts';

const night = { from: 22 * 60, to: 7 * 60 };
const fieldWidth = 360;

/** A whole number of so many digits within bounds; null for any other text. */
const wholeNumber = (text: string, least: number, most: number): number | null => {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
};

/** The rules of proposed times, and the categories of posts. */
export function PlanningSection() {
  const t = useWords();
  const told = useTold();
  const { timeZone } = useWorkspace();
  const { query, rules, change } = usePlanningRules();
  const { state, save } = useSave();
  const keep = (changes: Partial<PlanningRules>): Promise<void> => save(() => change(changes));
  const minutes = (name: 'accountGapMinutes' | 'staggerMinutes', label: string, value: number) => (
    <CommitField
      label={label}
      description={t('planning.settings.minutes')}
      value={String(value)}
      inputMode="numeric"
      width={fieldWidth}
      check={(text) => (wholeNumber(text, 0, 10_080) === null ? t('planning.settings.minutesWrong') : null)}
      onCommit={(text) => keep({ [name]: Number(text) })}
    />
  );
  const cap = (
    name: 'accountPerDay' | 'accountPerWeek',
    label: string,
    value: number | null,
    most: number,
  ) => (
    <CommitField
      label={label}
      value={value === null ? '' : String(value)}
      placeholder={t('planning.settings.noCap')}
      inputMode="numeric"
      width={fieldWidth}
      check={(text) =>
        text === '' || wholeNumber(text, 1, most) !== null ? null : t('planning.settings.capWrong', { most })
      }
      onCommit={(text) => keep({ [name]: text === '' ? null : Number(text) })}
    />
  );
  return (
    <SettingsSection
      id="planning"
      title={t('settings.sections.planning')}
      text={t('planning.settings.text', { zone: timeZone.replaceAll('_', ' ') })}
      saved={state}
      wide
    >
      {query.error ? (
        <ErrorState inline error={query.error} onRetry={() => void query.refetch()} />
      ) : rules === undefined ? null : (
        <>
          <QuietTimes hours={rules.quietHours} onChange={(quietHours) => told(keep({ quietHours }))} />
          {minutes('accountGapMinutes', t('planning.settings.gap'), rules.accountGapMinutes)}
          {minutes('staggerMinutes', t('planning.settings.stagger'), rules.staggerMinutes)}
          {cap('accountPerDay', t('planning.settings.perDay'), rules.accountPerDay, 100)}
          {cap('accountPerWeek', t('planning.settings.perWeek'), rules.accountPerWeek, 500)}
          <CommitField
            label={t('planning.settings.sameText')}
            description={t('planning.settings.sameTextHint')}
            value={String(rules.sameTextDays)}
            inputMode="numeric"
            width={fieldWidth}
            check={(text) =>
              wholeNumber(text, 0, 730) === null
                ? t('planning.settings.daysWrong', { least: 0, most: 730 })
                : null
            }
            onCommit={(text) => keep({ sameTextDays: Number(text) })}
          />
        </>
      )}
      <CategoryList />
    </SettingsSection>
  );
}

function QuietTimes({
  hours,
  onChange,
}: {
  readonly hours: PlanningRules['quietHours'];
  readonly onChange: (hours: PlanningRules['quietHours']) => void;
}) {
  const t = useWords();
  const set = (name: 'from' | 'to', text: string): void => {
    const minute = minuteOf(text);
    if (hours !== null && minute !== null) onChange({ ...hours, [name]: minute });
  };
  return (
    <>
      <Switch
        label={t('planning.settings.quiet')}
        description={t('planning.settings.quietHint')}
        checked={hours !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? night : null)}
      />
      {hours === null ? null : (
        <Group gap={16} style={{ paddingInlineStart: 56 }}>
          {(['from', 'to'] as const).map((name) => (
            <TimeInput
              key={name}
              label={t(`planning.settings.${name}`)}
              value={clockOf(hours[name])}
              onChange={(event) => set(name, event.currentTarget.value)}
            />
          ))}
        </Group>
      )}
    </>
  );
}
