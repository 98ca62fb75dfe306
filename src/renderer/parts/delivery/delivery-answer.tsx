import type { QueueDetail } from '../../../shared/contract/queue.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { When } from '../when.tsx';
import classes from './delivery-answer.module.css';

/** The evidence behind a problem's sentence, folded away: what the network answered, in its own words. */
export function DeliveryAnswer({
  answer,
  network,
}: {
  answer: NonNullable<QueueDetail['answer']>;
  network: string;
}) {
  const t = useWords();
  const formats = useFormats();
  return (
    <details className={classes.answer}>
      <summary className={classes.summary}>{t('queue.answer.title', { network })}</summary>
      <dl className={classes.facts}>
        {answer.status === null ? null : (
          <>
            <dt>{t('queue.answer.status')}</dt>
            <dd>{answer.status}</dd>
          </>
        )}
        <dt>{t('queue.answer.kind')}</dt>
        <dd>
          <code>{answer.code}</code>
        </dd>
        <dt>{t('queue.answer.says')}</dt>
        <dd dir="auto">{answer.says === '' ? t('queue.answer.silent') : answer.says}</dd>
        <dt>{t('queue.answer.at')}</dt>
        <dd>
          <When at={answer.at} />
        </dd>
        <dt>{t('queue.answer.tries')}</dt>
        <dd>{formats.count(Math.max(1, answer.attempts))}</dd>
      </dl>
      {answer.tries.length > 0 ? (
        <>
          <h3 className={classes.heading}>{t('queue.answer.earlier')}</h3>
          <ul className={classes.tries}>
            {answer.tries.map((attempt) => (
              <li key={`${attempt.at}-${attempt.code}`}>
                <When at={attempt.at} /> · <code>{attempt.code}</code>
                {attempt.says === '' ? null : <span dir="auto"> · {attempt.says}</span>}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </details>
  );
}
