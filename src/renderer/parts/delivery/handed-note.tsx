import type { Delivery } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';
import classes from './problem-note.module.css';

/** Says of a post that its network keeps that it goes out by itself. Nothing for all others. */
export function HandedNote({ delivery, network }: { delivery: Delivery; network: string }) {
  const t = useWords();
  if (delivery.state === 'with_network' && !delivery.cancelling) {
    return <p className={classes.note}>{t('queue.withNetwork', { network })}</p>;
  }
  if (delivery.state === 'scheduled' && delivery.mode === 'remind') {
    return <p className={classes.note}>{t('queue.reminds')}</p>;
  }
  return null;
}
