import { DateTimePicker } from '@mantine/dates';
import '../../floating-dates.ts';
import '@mantine/dates/styles.layer.css';
import { useNow } from '../../clock.tsx';
import { ZoneSelect } from '../../parts/zone-select.tsx';
import { useWords } from '../../words.ts';
import { localOf } from '../../zoned.ts';

interface WhenDateProps {
  readonly label: string;
  readonly local: string;
  readonly timeZone: string;
  /** Said as a fault. */
  readonly past: boolean;
  readonly onChange: (local: string, timeZone: string) => void;
}

/** A wall-clock time and the zone that it is in. */
export function WhenDate({ label, local, timeZone, past, onChange }: WhenDateProps) {
  const t = useWords();
  const now = useNow();
  const choose = (value: string, zone: string): void => onChange(value.slice(0, 16).replace(' ', 'T'), zone);
  return (
    <>
      <DateTimePicker
        label={label}
        value={`${local.slice(0, 16).replace('T', ' ')}:00`}
        onChange={(value) => {
          if (value) choose(value, timeZone);
        }}
        minDate={localOf(now, timeZone).slice(0, 10)}
        valueFormat="ddd D MMM YYYY HH:mm"
        error={past ? t('compose.when.past') : undefined}
        popoverProps={{
          withinPortal: false,
          // Not cut off where what it stands in scrolls.
          floatingStrategy: 'fixed',
          attributes: { dropdown: { 'aria-label': label } },
        }}
        weekendDays={noDays}
        ariaLabels={{
          previousMonth: t('states.picker.previousMonth'),
          nextMonth: t('states.picker.nextMonth'),
          previousYear: t('states.picker.previousYear'),
          nextYear: t('states.picker.nextYear'),
          previousDecade: t('states.picker.previousDecade'),
          nextDecade: t('states.picker.nextDecade'),
        }}
        timePickerProps={{
          hoursInputLabel: t('states.picker.hour'),
          minutesInputLabel: t('states.picker.minute'),
        }}
        submitButtonProps={{ 'aria-label': t('states.picker.take') }}
      />
      <ZoneSelect
        label={t('states.zone.label')}
        value={timeZone}
        onChange={(zone) => choose(local, zone)}
        mt={8}
      />
    </>
  );
}

/** The week's end is not told by colour: colour means state. */
const noDays: [] = [];
