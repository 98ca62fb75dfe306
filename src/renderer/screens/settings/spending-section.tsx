import { Progress, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../parts/error-state.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { dollarsOf, microsOf } from './amounts.ts';
import { CommitField } from './commit-field.tsx';
import { SettingsSection } from './settings-section.tsx';
import classes from './spending-section.module.css';
import { useSave } from './use-save.ts';
import { useTold, useWorkspaceSettings } from './use-settings.ts';

const usualCap = 20_000_000;

/** The monthly cap and what this month has cost so far. */
export function SpendingSection() {
  const t = useWords();
  const told = useTold();
  const { settings, change } = useWorkspaceSettings();
  const { state, save } = useSave();
  if (!settings) return null;
  const cap = settings.monthlyCapMicros;
  const keep = (monthlyCapMicros: number | null): Promise<void> => save(() => change({ monthlyCapMicros }));
  return (
    <SettingsSection
      id="spending"
      title={t('settings.sections.spending')}
      text={t('settings.spending.text')}
      saved={state}
    >
      <Switch
        label={t('settings.spending.capOn')}
        checked={cap !== null}
        onChange={(event) => told(keep(event.currentTarget.checked ? usualCap : null))}
      />
      {cap === null ? null : (
        <CommitField
          label={t('settings.spending.cap')}
          description={t('settings.spending.capHint')}
          value={dollarsOf(cap)}
          inputMode="decimal"
          leftSection="$"
          width={280}
          check={(text) => (microsOf(text) === null ? t('settings.spending.capWrong') : null)}
          onCommit={(text) => keep(microsOf(text))}
        />
      )}
      <MonthSoFar />
    </SettingsSection>
  );
}

function MonthSoFar() {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const { id: workspaceId } = useWorkspace();
  const { data, error, refetch } = useQuery(api.settings.spending.queryOptions({ input: { workspaceId } }));
  if (error) return <ErrorState inline error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const month = new Intl.DateTimeFormat(formats.locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${data.month}-01T00:00:00Z`));
  const { dollars } = formats;
  const line =
    data.reservedMicros > 0
      ? t('settings.spending.lineReserved', {
          spent: dollars(data.spentMicros),
          reserved: dollars(data.reservedMicros),
        })
      : t('settings.spending.line', { spent: dollars(data.spentMicros) });
  const cap = data.capMicros;
  const share = (micros: number): number => (cap ? Math.min(100, (micros / cap) * 100) : 0);
  return (
    <div>
      <p className={classes.month}>{t('settings.spending.month', { month })}</p>
      <p className={classes.line}>
        {cap === null
          ? t('settings.spending.lineEnd', { line })
          : t('settings.spending.ofCap', { line, cap: dollars(cap) })}
      </p>
      {cap ? (
        <Progress.Root size={6} mt={8} aria-hidden>
          <Progress.Section value={share(data.spentMicros)} />
          <Progress.Section value={share(data.reservedMicros)} className={classes.reserved ?? ''} />
        </Progress.Root>
      ) : null}
    </div>
  );
}
