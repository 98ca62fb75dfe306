import type { Delivery } from '../../../shared/models/delivery.ts';
import { useFormats } from '../../use-formats.ts';
import type { Words } from '../../words.ts';
import { useWords } from '../../words.ts';
import { usePlatforms } from '../network-icon.tsx';
import classes from './problem-note.module.css';

const triedWords = (delivery: Delivery, t: Words): string => {
  const sent = delivery.parts.filter(({ state }) => state === 'sent').length;
  const tries =
    delivery.attempts === 0
      ? t('queue.tried.none')
      : delivery.attempts === 1
        ? t('queue.tried.one')
        : t('queue.tried.other', { count: delivery.attempts });
  if (sent === 0) return delivery.state === 'failed' ? tries : '';
  return `${tries} ${t('queue.tried.partly', { sent, of: delivery.parts.length })}`;
};

/** Why a delivery needs the user, as one passage: what happened, what was tried, what to do. Nothing where all is well. */
export function ProblemNote({ delivery }: { delivery: Delivery }) {
  const t = useWords();
  const formats = useFormats();
  const network = usePlatforms().get(delivery.platform)?.title ?? delivery.platform;
  const { problem, state } = delivery;
  const happened =
    problem?.message ??
    (state === 'unknown'
      ? t('queue.unknownSentence', { network })
      : state === 'missed'
        ? t('queue.missedSentence')
        : null);
  if (delivery.cancelling) return <p className={classes.note}>{t('queue.cancelling')}</p>;
  if (happened === null) return null;
  const late =
    state === 'missed' && delivery.when
      ? t('queue.row.late', { when: formats.when(delivery.when.instant) })
      : '';
  const until = problem?.actions.find((action) => action.kind === 'wait')?.until;
  const waits = until === undefined ? '' : t('queue.waits', { when: formats.when(until) });
  return (
    <p className={classes.note} data-state={state}>
      <strong className={classes.happened}>{happened}</strong>{' '}
      {[late, triedWords(delivery, t), problem?.fix, waits].filter(Boolean).join(' ')}
    </p>
  );
}
