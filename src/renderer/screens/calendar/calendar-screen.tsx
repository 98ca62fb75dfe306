import { Button, Group } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import IconRepeat from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { PlanItem } from '../../../shared/models/planning.ts';
import { readNow, useNow } from '../../clock.tsx';
import { useBestTimes } from '../../parts/best-time/use-best-times.ts';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWindowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { clockChanges, instantOf, localOf, machineZone } from '../../zoned.ts';
import { clockChangeEvents, eventsOf, proposedEvents } from './calendar-events.ts';
import type { CalendarEntry } from './calendar-events.ts';
import { bestFreeSlot } from './best-free-slot.ts';
import { CalendarGrid } from './calendar-grid.tsx';
import { DateSteps, ViewChoice } from './calendar-header.tsx';
import { datesOf, firstDayOf, instantsOf, labelOf, step } from './calendar-range.ts';
import classes from './calendar-screen.module.css';
import { DaylightNote } from './daylight-note.tsx';
import { DraftsMenu } from './drafts-menu.tsx';
import { PlanMenu } from './plan/plan-menu.tsx';
import { PlanPanel } from './plan/plan-panel.tsx';
import { keyOf, takenOf } from './plan/plan-state.ts';
import { scrollToProposed } from './plan/scroll-to-proposed.ts';
import { usePlan } from './plan/use-plan.ts';
import { useMove } from './use-move.ts';

/** Home: what goes out when, by day, week or month, in the workspace's zone. */
export function CalendarScreen() {
  const t = useWords();
  const api = useApi();
  const now = useNow();
  const [, navigate] = useLocation();
  const { id: workspaceId, timeZone } = useWorkspace();
  const { locale } = useFormats();
  const view = useWindowState((state) => state.calendarView);
  const setView = useWindowState((state) => state.setCalendarView);
  const today = (): string => localOf(readNow(), timeZone).slice(0, 10);
  const [search] = useSearchParams();
  const [date, setDate] = useState(() => dateIn(search.get('date')) ?? today());
  const firstDay = useMemo(() => firstDayOf(locale), [locale]);
  const dates = useMemo(() => datesOf(view, date, firstDay), [view, date, firstDay]);
  const range = useMemo(() => instantsOf(dates, timeZone), [dates, timeZone]);
  const calendar = useQuery(
    api.posts.calendar.queryOptions({
      input: { workspaceId, ...range },
      placeholderData: keepPreviousData,
    }),
  );
  const { data: slots = noSlots } = useQuery(
    api.posts.slots.queryOptions({ input: { workspaceId, count: 12 } }),
  );
  const move = useMove();
  const planning = usePlan();
  const { stage, setUp, propose } = planning;
  const proposed = stage.kind === 'proposed' ? stage.plan : null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [wanted] = useState(() => search.get('campaign'));
  useEffect(() => {
    if (wanted !== null) setUp([wanted]);
  }, [wanted, setUp]);
  const deliveries = calendar.data ?? noDeliveries;
  const changes = useMemo(() => clockChanges(range.from, range.to, timeZone), [range, timeZone]);
  const accounts = useAccounts();
  const timed = useBestTimes(view === 'month' ? noAccounts : [...accounts.values()]);
  const isRead = calendar.data !== undefined && !calendar.isPlaceholderData;
  const best = useMemo(
    () => (isRead ? bestFreeSlot(timed, deliveries, dates, timeZone, now) : null),
    [isRead, timed, deliveries, dates, timeZone, now],
  );
  const events = useMemo(
    () => [
      ...(view === 'month' ? [] : clockChangeEvents(changes, timeZone)),
      ...(proposed === null
        ? eventsOf(deliveries, slots, view, timeZone, now, best)
        : eventsOf(deliveries, noSlots, view, timeZone, now, null)),
      ...proposedEvents(proposed === null ? [] : takenOf(proposed), view, timeZone),
    ],
    [deliveries, slots, best, proposed, changes, view, timeZone, now],
  );

  useHotkeys([
    ['T', () => setDate(today())],
    ['D', () => setView('day')],
    ['W', () => setView('week')],
    ['M', () => setView('month')],
  ]);

  /** The week on screen, or the seven days from now where it has passed. */
  const fill = (): void => {
    const present = readNow();
    const week = instantsOf(datesOf('week', date, firstDay), timeZone);
    const { from, to } = week.to > present ? week : { from: present, to: present + weekMs };
    setView('week');
    if (week.to <= present) setDate(today());
    void propose({ mode: 'fill_my_week', from, to });
  };
  const compose = (local: string): void => navigate(`/compose?at=${encodeURIComponent(local)}`);
  const show = (item: PlanItem): void => {
    setView('week');
    setDate(item.when.local.slice(0, 10));
    requestAnimationFrame(() => scrollToProposed(keyOf(item)));
  };
  const movePlanned = (item: PlanItem, local: string): void => {
    if (instantOf(local, timeZone) > readNow()) planning.move(keyOf(item), local);
    else notifications.show({ color: 'orange', message: t('calendar.pastTime') });
  };
  const open = (entry: CalendarEntry): void => {
    if (entry.kind === 'slot') compose(entry.local);
    else if (entry.kind === 'proposed') setChosen(keyOf(entry.item));
    else if (entry.kind === 'several') {
      setDate(localOf(entry.at, timeZone).slice(0, 10));
      setView('day');
    } else if (entry.kind === 'clock_change') return;
    else if (entry.delivery.state === 'scheduled' || entry.delivery.state === 'draft') {
      navigate(`/compose/${entry.delivery.postId}`);
    } else navigate(`/queue?delivery=${entry.delivery.id}`);
  };

  return (
    <Screen
      title={t('calendar.title')}
      layout="full"
      beside={
        <DateSteps
          view={view}
          label={labelOf(view, date, firstDay, locale)}
          onToday={() => setDate(today())}
          onStep={(direction) => setDate(step(view, date, direction))}
        />
      }
      actions={
        <>
          {timeZone === machineZone() ? null : (
            <span className={classes.zone}>
              {t('calendar.zone', { zone: timeZone.replaceAll('_', ' ') })}
            </span>
          )}
          <Button
            variant="default"
            component={Link}
            href="/recurring"
            leftSection={<IconRepeat size={16} aria-hidden />}
          >
            {t('recurring.title')}
          </Button>
          <DraftsMenu />
          <PlanMenu onFill={fill} onCampaign={() => setUp([])} />
          <ViewChoice view={view} onView={setView} />
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.body}>
          <DaylightNote changes={changes} />
          {calendar.error ? (
            <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />
          ) : (
            <div className={classes.grid}>
              <CalendarGrid
                view={view}
                date={date}
                firstDay={firstDay}
                events={events}
                onDate={setDate}
                onDay={() => setView('day')}
                onOpen={open}
                onEmpty={compose}
                onMove={(entry, local) => {
                  if (entry.kind === 'delivery') void move(entry.delivery, local);
                  else if (entry.kind === 'proposed') movePlanned(entry.item, local);
                }}
              />
            </div>
          )}
          {stage.kind === 'closed' &&
          calendar.data &&
          !calendar.isPlaceholderData &&
          deliveries.length === 0 ? (
            <Invitation />
          ) : null}
        </div>
        <PlanPanel planning={planning} chosen={chosen} onShow={show} />
      </div>
    </Screen>
  );
}

/** A date of an address, if it is one. */
const dateIn = (value: string | null): string | null =>
  value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;

const weekMs = 7 * 86_400_000;
const noDeliveries: [] = [];
const noSlots: [] = [];
const noAccounts: [] = [];

/** Shown where the dates on screen hold nothing and nothing is planned at all. */
function Invitation() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.queue.counts.queryOptions({ input: { workspaceId } }));
  if (!data || data.next + data.done + data.needsMe > 0) return null;
  return (
    <aside className={classes.invitation}>
      <div>
        <h2 className={classes.invitationTitle}>{t('calendar.empty.title')}</h2>
        <p className={classes.invitationText}>{t('calendar.empty.text')}</p>
      </div>
      <Group gap={8} wrap="nowrap">
        <Button variant="default" component={Link} href="/import">
          {t('calendar.empty.import')}
        </Button>
        <Button component={Link} href="/compose">
          {t('calendar.empty.action')}
        </Button>
      </Group>
    </aside>
  );
}
