import { DayView, MonthView, WeekView } from '@mantine/schedule';
import '../../floating-dates.ts';
import '@mantine/dates/styles.layer.css';
import '@mantine/schedule/styles.layer.css';
import { UnstyledButton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ComponentPropsWithoutRef } from 'react';
import { useNow } from '../../clock.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { localOf, localSecondsOf } from '../../zoned.ts';
import { CalendarCard } from './calendar-card.tsx';
import type { CalendarEntry, CalendarEvent } from './calendar-events.ts';
import { mayMove } from './calendar-events.ts';
import { toneOf } from '../../parts/state-badge.tsx';
import classes from './calendar-grid.module.css';
import { datesOf } from './calendar-range.ts';
import { keyOf } from './plan/plan-state.ts';
import type { CalendarView } from './calendar-range.ts';

interface CalendarGridProps {
  readonly view: CalendarView;
  readonly date: string;
  readonly firstDay: 0 | 1 | 6;
  readonly events: CalendarEvent[];
  readonly onDate: (date: string) => void;
  /** A day's name was clicked; `onDate` says which. */
  readonly onDay: () => void;
  readonly onOpen: (entry: CalendarEntry) => void;
  /** An empty place was clicked; the time is a wall clock of the workspace's zone. */
  readonly onEmpty: (local: string) => void;
  readonly onMove: (entry: CalendarEntry, local: string) => void;
}

/** Heights in pixels of the parts of the month's grid, as the schedule draws them. */
const weekdaysHeight = 37;
const aroundEvents = 52;
const eventHeight = 24;

interface AnyEvent {
  readonly id: string | number;
}

const asLocal = (value: string): string => value.slice(0, 16).replace(' ', 'T');

/** The grid of a day, a week or a month, in the workspace's zone. */
export function CalendarGrid({
  view,
  date,
  firstDay,
  events,
  onDate,
  onDay,
  onOpen,
  onEmpty,
  onMove,
}: CalendarGridProps) {
  const t = useWords();
  const now = useNow();
  const { timeZone, locale } = useFormats();
  const nowLocal = localOf(now, timeZone);
  const currentTime = useCallback(() => localSecondsOf(now, timeZone).replace('T', ' '), [now, timeZone]);

  const entries = useMemo(
    () => new Map<string | number, CalendarEntry>(events.map(({ id, entry }) => [id, entry])),
    [events],
  );
  const entryOf = (event: AnyEvent): CalendarEntry | undefined => entries.get(event.id);

  const shared = {
    date,
    onDateChange: onDate,
    withHeader: false,
    events,
    className: classes.grid,
    radius: 0,
    renderEventBody: (event: AnyEvent) => {
      const entry = entryOf(event);
      return entry ? <CalendarCard entry={entry} view={view} /> : null;
    },
    renderEvent: (event: AnyEvent, props: ComponentPropsWithoutRef<'button'>) => (
      <EventButton entry={entryOf(event)} {...props} />
    ),
    onEventClick: (event: AnyEvent) => {
      const entry = entryOf(event);
      if (entry) onOpen(entry);
    },
    withEventsDragAndDrop: true,
    canDragEvent: (event: AnyEvent) => {
      const entry = entryOf(event);
      return entry?.kind === 'proposed' || (entry?.kind === 'delivery' && mayMove(entry.delivery));
    },
    onEventDrop: ({ newStart, event }: { newStart: string; event: AnyEvent }) => {
      const entry = entryOf(event);
      if (entry) onMove(entry, asLocal(newStart));
    },
    labels: { moreLabel: (count: number) => t('calendar.more', { count }) },
  };

  const { ref, height } = useElementSize();
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => nameDays(grid.current));
  if (view === 'month') {
    const row = Math.max(76, Math.floor((height - weekdaysHeight) / 6));
    return (
      <div ref={ref} className={classes.frame}>
        {height > 0 ? (
          <MonthView
            {...shared}
            firstDayOfWeek={firstDay}
            weekdayFormat="dddd"
            maxEventsPerDay={Math.max(1, Math.floor((row - aroundEvents) / eventHeight))}
            style={{ '--row-height': `${row}px` }}
            classNames={{ monthViewDay: classes.day }}
            onDayClick={(day) => {
              if (day >= nowLocal.slice(0, 10)) onEmpty(`${day}T09:00`);
            }}
            highlightToday={false}
            getDayProps={(day) => ({
              'data-past-day': day < nowLocal.slice(0, 10) || undefined,
              'data-present-day': day === nowLocal.slice(0, 10) || undefined,
            })}
          />
        ) : null}
      </div>
    );
  }

  const slotLabel = (start: string): string =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full', timeStyle: 'short' }).format(
      Date.parse(`${asLocal(start)}:00Z`),
    );
  const today = nowLocal.slice(0, 10);
  const shown = datesOf(view, date, firstDay);
  const current = shown.from <= today && today < shown.until;
  const timed = {
    ...shared,
    intervalMinutes: 30,
    withSubHourGridLines: false,
    withCurrentTimeIndicator: current,
    withCurrentTimeBubble: false,
    getCurrentTime: currentTime,
    eventDragInterval: 5,
    startScrollTime: current ? scrollTime(nowLocal) : '06:00:00',
    scrollAreaProps: { mah: '100%' },
    slotLabelFormat: (slot: string) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' }).format(
        Date.parse(`${asLocal(slot)}:00Z`),
      ),
    getTimeSlotProps: ({ start }: { start: string }) => ({
      'data-past-slot': asLocal(start) < nowLocal || undefined,
      'aria-label': t('calendar.compose', { time: slotLabel(start) }),
    }),
    onTimeSlotClick: ({ slotStart }: { slotStart: string }) => {
      const local = asLocal(slotStart);
      if (local > nowLocal) onEmpty(local);
    },
  };
  return view === 'week' ? (
    <WeekView
      key={String(current)}
      ref={grid}
      {...timed}
      withAllDaySlots={false}
      onViewChange={onDay}
      firstDayOfWeek={firstDay}
      slotHeight={72}
      highlightToday
      withWeekNumber={false}
      classNames={{ weekViewRoot: classes.frame }}
    />
  ) : (
    <DayView key={String(current)} {...timed} withAllDaySlot={false} slotHeight={96} />
  );
}

/** The button of one event, in the tone of its state. */
function EventButton({
  entry,
  className,
  ...props
}: ComponentPropsWithoutRef<'button'> & { entry: CalendarEntry | undefined }) {
  const shown =
    entry?.kind === 'delivery' ? entry.delivery : entry?.kind === 'several' ? entry.foremost : null;
  const tone = shown ? toneOf(shown.state) : 'neutral';
  return (
    <UnstyledButton
      {...props}
      className={`${className ?? ''} ${classes.event}`}
      data-kind={entry?.kind}
      data-proposed={entry?.kind === 'proposed' ? keyOf(entry.item) : undefined}
      data-tone={tone}
      data-warned={(entry?.kind === 'proposed' && entry.warned) || undefined}
      title={undefined}
    />
  );
}

/** The schedule labels its days `Weekday 2026-11-24`; what stands in them says it better. */
const nameDays = (grid: HTMLElement | null): void => {
  for (const day of grid?.querySelectorAll('[class*="weekViewDayLabel"]') ?? [])
    day.removeAttribute('aria-label');
};

/** Three hours before now: what comes is in sight below the names of the days. */
const scrollTime = (nowLocal: string): string => {
  const hour = Math.max(0, Number(nowLocal.slice(11, 13)) - 3);
  return `${String(hour).padStart(2, '0')}:00:00`;
};
