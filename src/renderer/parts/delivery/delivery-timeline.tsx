import type { DeliveryEvent } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';
import { toneOf } from '../state-badge.tsx';
import { When } from '../when.tsx';
import classes from './delivery-timeline.module.css';

/** A delivery's history, the newest last: what happened, when, by whom, and what was written down with it. */
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
            <When at={event.at} /> · {event.who}
          </span>
          {event.evidence.length > 0 ? (
            <details className={classes.evidence}>
              <summary>{t('queue.evidence.details')}</summary>
              <dl className={classes.facts}>
                {event.evidence.map(({ label, value }) => (
                  <div key={label} className={classes.fact}>
                    <dt>{label}</dt>
                    <dd dir="auto">{value}</dd>
                  </div>
                ))}
              </dl>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
