import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';
import classes from './delivery-parts.module.css';

/** The text of each part, and for a thread where each one stands. */
export function DeliveryParts({ delivery, network }: { delivery: Delivery; network: string }) {
  const t = useWords();
  const { parts } = delivery;
  const ordered = [...parts].sort((a, b) => a.position - b.position);
  return (
    <ol className={classes.parts}>
      {ordered.map((part, index) => (
        <li key={part.position} className={classes.part}>
          {ordered.length > 1 ? (
            <p className={classes.head}>
              <span>
                {t('queue.panel.part', { position: index + 1, of: ordered.length })}:{' '}
                {t(`queue.partState.${part.state}`)}
              </span>
              {part.url ? (
                <a href={part.url} target="_blank" rel="noreferrer" className={classes.link}>
                  {t('queue.row.link', { network })} <IconExternalLink size={13} aria-hidden />
                </a>
              ) : null}
            </p>
          ) : null}
          <p className={classes.text} dir="auto">
            {part.text === '' ? <em>{t('queue.row.imageOnly')}</em> : part.text}
          </p>
        </li>
      ))}
    </ol>
  );
}
