import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import { useWords } from '../../words.ts';
import { When } from '../when.tsx';
import classes from './delivery-evidence.module.css';

/** What is known about a send whose outcome is not: the text that left and what the network showed since. */
export interface Evidence {
  readonly sentText: string;
  readonly sentAt: number;
  readonly readings: readonly { readonly at: number; readonly found: boolean; readonly note: string }[];
}

/** The evidence on an unclear send, with the warning that not finding it proves nothing. */
export function DeliveryEvidence({ evidence, network }: { evidence: Evidence; network: string }) {
  const t = useWords();
  return (
    <>
      <blockquote className={classes.sent}>
        <p className={classes.text} dir="auto">
          {evidence.sentText}
        </p>
        <footer className={classes.quiet}>
          {t('queue.evidence.sentLabel')} <When at={evidence.sentAt} />
        </footer>
      </blockquote>
      {evidence.readings.length === 0 ? (
        <p className={classes.quiet}>{t('queue.evidence.none', { network })}</p>
      ) : (
        <>
          <h3 className={classes.heading}>{t('queue.evidence.readings', { network })}</h3>
          <ul className={classes.readings}>
            {evidence.readings.map((reading) => (
              <li key={reading.at} className={classes.reading}>
                {reading.found ? <IconEye size={16} aria-hidden /> : <IconEyeOff size={16} aria-hidden />}
                <span>
                  {reading.note || (reading.found ? t('queue.evidence.found') : t('queue.evidence.notFound'))}{' '}
                  <span className={classes.quiet}>
                    <When at={reading.at} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {evidence.readings.some(({ found }) => found) ? null : (
            <p className={classes.quiet}>{t('queue.evidence.absence')}</p>
          )}
        </>
      )}
    </>
  );
}
