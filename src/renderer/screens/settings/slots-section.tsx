import { ActionIcon, Button, Chip, Group, TextInput } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import { useOfferUndo } from '../../parts/offer-undo.tsx';
import { useWeekdayNames } from '../../parts/weekday-names.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { BestSlots } from './best-slots.tsx';
import { SettingsSection } from './settings-section.tsx';
import classes from './slots-section.module.css';
import { useSave } from './use-save.ts';
import { useTold, useWorkspaceSettings } from './use-settings.ts';
import {
  clockOf,
  minuteOf,
  mostSlots,
  suggestedSlots,
  weekdays,
  withSlots,
  withoutSlot,
} from './weekly-slots.ts';
import type { Slot } from './weekly-slots.ts';

/** The weekly posting slots: a column a weekday, and a line that adds a time to several days at once. */
export function SlotsSection() {
  const t = useWords();
  const { timeZone } = useWorkspace();
  const { settings, latest, change } = useWorkspaceSettings();
  const { state, save } = useSave();
  const told = useTold();
  const offerUndo = useOfferUndo();
  const short = useWeekdayNames('short');
  const long = useWeekdayNames('long');
  const slots = settings?.slots ?? [];

  const keep = (after: readonly Slot[]): Promise<void> => save(() => change({ slots: [...after] }));
  const remove = (slot: Slot): void => {
    told(
      keep(withoutSlot(slots, slot)).then(() =>
        offerUndo({
          message: t('settings.slots.removed', { day: long(slot.weekday), time: clockOf(slot.minute) }),
          undo: () => keep(withSlots(latest()?.slots ?? [], [slot.weekday], slot.minute)),
        }),
      ),
    );
  };

  return (
    <SettingsSection
      id="slots"
      title={t('settings.sections.slots')}
      text={t('settings.slots.text', { zone: timeZone })}
      saved={state}
    >
      {slots.length === 0 ? (
        <p className={classes.none}>
          {t('settings.slots.empty')}{' '}
          <Button size="compact-sm" variant="default" onClick={() => told(keep(suggestedSlots))}>
            {t('settings.slots.suggest')}
          </Button>
        </p>
      ) : (
        <div className={classes.week}>
          {weekdays.map((weekday) => {
            const ofDay = slots.filter((slot) => slot.weekday === weekday);
            return (
              <section key={weekday} className={classes.day} aria-label={long(weekday)}>
                <h3 className={classes.dayName}>{short(weekday)}</h3>
                <ul className={classes.times}>
                  {ofDay.map((slot) => (
                    <li key={slot.minute} className={classes.time}>
                      {clockOf(slot.minute)}
                      <ActionIcon
                        size={18}
                        aria-label={t('settings.slots.remove', {
                          day: long(weekday),
                          time: clockOf(slot.minute),
                        })}
                        onClick={() => remove(slot)}
                      >
                        <IconX size={12} aria-hidden />
                      </ActionIcon>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      )}
      <AddSlot slots={slots} name={short} longName={long} onAdd={(after) => told(keep(after))} />
      <BestSlots
        slots={slots}
        onKeep={(after, account) => {
          const before = slots;
          told(
            keep(after).then(() =>
              offerUndo({
                message: t('bestTime.settings.done', { account }),
                undo: () => keep(before),
              }),
            ),
          );
        }}
      />
    </SettingsSection>
  );
}

function AddSlot({
  slots,
  name,
  longName,
  onAdd,
}: {
  slots: readonly Slot[];
  name: (weekday: number) => string;
  longName: (weekday: number) => string;
  onAdd: (after: readonly Slot[]) => void;
}) {
  const t = useWords();
  const [days, setDays] = useState<string[]>(['1', '2', '3', '4', '5']);
  const [clock, setClock] = useState('09:00');
  const [fault, setFault] = useState<string | null>(null);

  const add = (): void => {
    const minute = minuteOf(clock);
    if (minute === null) return setFault(t('settings.slots.noTime'));
    if (days.length === 0) return setFault(t('settings.slots.noDay'));
    const after = withSlots(slots, days.map(Number), minute);
    if (after.length === slots.length) return setFault(t('settings.slots.exists'));
    if (after.length > mostSlots) return setFault(t('settings.slots.tooMany'));
    setFault(null);
    return onAdd(after);
  };

  return (
    <form
      noValidate
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        type="time"
        label={t('settings.slots.time')}
        value={clock}
        onChange={(event) => {
          setClock(event.currentTarget.value);
          setFault(null);
        }}
        w={136}
      />
      <fieldset className={classes.days}>
        <legend className={classes.legend}>{t('settings.slots.days')}</legend>
        <Chip.Group
          multiple
          value={days}
          onChange={(chosen) => {
            setDays(chosen);
            setFault(null);
          }}
        >
          <Group gap={4}>
            {weekdays.map((weekday) => (
              <Chip key={weekday} value={String(weekday)} size="xs" aria-label={longName(weekday)}>
                {name(weekday)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </fieldset>
      <Button type="submit" variant="default">
        {t('settings.slots.add')}
      </Button>
      {fault ? (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      ) : null}
    </form>
  );
}
