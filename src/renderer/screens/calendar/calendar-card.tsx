import { VisuallyHidden } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconRepeat from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import type { Delivery } from '../../../shared/models/delivery.ts';
import type { PlanItem } from '../../../shared/models/planning.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';
import { useSlotWords } from '../../parts/best-time/use-slot-words.ts';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { NetworkIcon } from '../../parts/network-icon.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Thumbnail } from '../../parts/thumbnail.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './calendar-card.module.css';
import type { BestOfDates, CalendarEntry } from './calendar-events.ts';
import type { CalendarView } from './calendar-range.ts';

interface CalendarCardProps {
  readonly entry: CalendarEntry;
  readonly view: CalendarView;
}

/** What is drawn inside an event: time, network, first words, thumbnail and state; or an invitation. */
export function CalendarCard({ entry, view }: CalendarCardProps) {
  const t = useWords();
  const formats = useFormats();
  const time = formats.time(entry.at);
  switch (entry.kind) {
    case 'slot':
      return entry.best ? (
        <BestSlot at={entry.at} best={entry.best} />
      ) : (
        <span className={classes.slot} data-view={view}>
          <span className={classes.time}>{time}</span> {t('calendar.slotInvite')}
        </span>
      );
    case 'proposed':
      return <ProposedCard item={entry.item} time={time} warned={entry.warned} view={view} />;
    case 'clock_change':
      return (
        <span className={classes.change}>
          {t(entry.minutes > 0 ? 'calendar.hourMissing' : 'calendar.hourTwice')}
        </span>
      );
    case 'several':
      return (
        <span className={classes.card} data-view={view} data-past={entry.past || undefined}>
          <span className={classes.line}>
            <span className={classes.time}>{time}</span>
            <StateBadge state={entry.foremost.state} progress={entry.foremost.progress} compact />
          </span>
          <span className={classes.words}>{t('calendar.several', { count: entry.deliveries.length })}</span>
        </span>
      );
    case 'delivery':
      return <DeliveryCard delivery={entry.delivery} time={time} past={entry.past} view={view} />;
  }
}

interface ProposedCardProps {
  readonly item: PlanItem;
  readonly time: string;
  readonly warned: boolean;
  readonly view: CalendarView;
}

function ProposedCard({ item, time, warned, view }: ProposedCardProps) {
  const t = useWords();
  const words = item.excerpt || t('calendar.noWords');
  return (
    <span className={classes.card} data-view={view}>
      <span className={classes.line}>
        <span className={classes.time}>{time}</span>
        {warned ? <IconAlertTriangle size={12} role="img" aria-label={t('planning.card.warned')} /> : null}
        <NetworkIcon platform={item.platform} size={11} labelled />
        <VisuallyHidden>{t('planning.card.proposed')}</VisuallyHidden>
        {view === 'month' ? <span className={classes.inline}>{words}</span> : null}
      </span>
      {view === 'month' ? null : <span className={classes.words}>{words}</span>}
    </span>
  );
}

function BestSlot({ at, best: { slot, accountId } }: { at: number; best: BestOfDates }) {
  const t = useWords();
  const words = useSlotWords();
  const formats = useFormats();
  const account = useAccounts().get(accountId);
  const { locale, timeZone } = formats;
  // The slot's own hour is that of who reads the account, and the calendar's another one.
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone }).format(at);
  const label = t('bestTime.calendar.label', {
    when: `${weekday} ${formats.time(at)}`,
    account: account ? handleOf(account) : '',
    gain: words.gain(slot),
  });
  return (
    <span className={classes.slot} title={label} data-best>
      <span className="ocma-read-only">{label}</span>
      <span aria-hidden>
        <span className={classes.time}>{formats.time(at)}</span> {t('bestTime.calendar.invite')}
        <br />
        {words.gain(slot)}
      </span>
    </span>
  );
}

interface DeliveryCardProps {
  readonly delivery: Delivery;
  readonly time: string;
  readonly past: boolean;
  readonly view: CalendarView;
}

function DeliveryCard({ delivery, time, past, view }: DeliveryCardProps) {
  const t = useWords();
  const words = delivery.excerpt || t('calendar.noWords');
  return (
    <span className={classes.card} data-view={view} data-past={past || undefined} data-delivery={delivery.id}>
      <span className={classes.line}>
        <span className={classes.time}>{time}</span>
        <StateBadge state={delivery.state} progress={delivery.progress} compact />
        <NetworkIcon platform={delivery.platform} size={11} labelled />
        {delivery.recurrenceId === null ? null : (
          <IconRepeat size={12} role="img" aria-label={t('recurring.mark')} className={classes.mark} />
        )}
        {delivery.test === null ? null : (
          <IconScale
            size={12}
            role="img"
            aria-label={t('tests.ofPost.mark', { name: delivery.test.name })}
            className={classes.mark}
          />
        )}
        {view === 'month' ? <span className={classes.inline}>{words}</span> : null}
      </span>
      {view === 'month' ? null : (
        <span className={classes.words}>
          {delivery.mediaCount > 0 ? <Thumbnail postId={delivery.postId} size={16} /> : null}
          {words}
        </span>
      )}
    </span>
  );
}
