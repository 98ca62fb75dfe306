import type { DeliveryEvent } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';
import { toneOf } from '../state-badge.tsx';
import { When } from '../when.tsx';
import classes from './delivery-timeline.module.css';

/** A delivery's history, the newest last, each line with its time. */
export function DeliveryTimeline({ events }: { events: readonly DeliveryEvent[] }) {
  const t = useWords();
  if (events.length === 0) return <p className={classes.none}>{t('queue.panel.noEvents')}</p>;
  return (
    <ol className={classes.events}>
      {events.map((event) => (
        <li
          key={event.id}
          className={classes.event}
          data-tone={event.toState ? toneOf(event.toState) : 'neutral'}
          data-step={event.toState ? undefined : true}
        >
          <span>{event.text}</span>
          <span className={classes.at}>
            <When at={event.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
