import { Group, Switch } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import type { QuietHours as Hours } from '../../../shared/models/settings.ts';
import { useWords } from '../../words.ts';

const night: Hours = { from: 22 * 60, to: 7 * 60 };

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Minutes from midnight of `HH:MM`; null for anything else. */
const minuteOf = (text: string): number | null => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
};

interface QuietHoursProps {
  readonly hours: Hours | null;
  readonly onChange: (hours: Hours | null) => void;
}

/** The hours in which notifications wait, and come as one afterwards. */
export function QuietHours({ hours, onChange }: QuietHoursProps) {
  const t = useWords();
  const set = (name: keyof Hours, text: string): void => {
    const minute = minuteOf(text);
    if (hours && minute !== null) onChange({ ...hours, [name]: minute });
  };
  return (
    <>
      <Switch
        label={t('settings.quiet.label')}
        description={t('settings.quiet.hint')}
        checked={hours !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? night : null)}
      />
      {hours ? (
        <Group gap={16} style={{ paddingInlineStart: 56 }}>
          <TimeInput
            label={t('settings.quiet.from')}
            value={clockOf(hours.from)}
            onChange={(event) => set('from', event.currentTarget.value)}
          />
          <TimeInput
            label={t('settings.quiet.to')}
            value={clockOf(hours.to)}
            onChange={(event) => set('to', event.currentTarget.value)}
          />
        </Group>
      ) : null}
    </>
  );
}
