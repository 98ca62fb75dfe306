import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import type { SendEvidence } from '../../../shared/contract/queue.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { When } from '../when.tsx';
import classes from './delivery-evidence.module.css';

/** The evidence on an unclear send: what left, what was looked at since, and what the network shows now. */
export function DeliveryEvidence({ evidence, network }: { evidence: SendEvidence; network: string }) {
  const t = useWords();
  const formats = useFormats();
  const { readings } = evidence;
  return (
    <>
      <blockquote className={classes.sent}>
        <p className={classes.text} dir="auto">
          {evidence.sentText}
        </p>
        <footer className={classes.quiet}>
          {t('queue.evidence.sentLabel')} <When at={evidence.sentAt} />
          {evidence.mediaCount > 0 ? `, ${t('queue.evidence.media', { count: evidence.mediaCount })}` : null}
          {evidence.firstSentAt === evidence.sentAt ? null : (
            <>
              {'. '}
              {t('queue.evidence.firstSent')} <When at={evidence.firstSentAt} />
            </>
          )}
        </footer>
      </blockquote>
      {readings.length === 0 ? (
        <p className={classes.quiet}>{t('queue.evidence.none', { network })}</p>
      ) : (
        <>
          <Nearest evidence={evidence} network={network} />
          <h3 className={classes.heading}>{t('queue.evidence.readings', { network })}</h3>
          <ul className={classes.readings}>
            {readings.map((reading) => (
              <li key={reading.at} className={classes.reading}>
                {reading.found ? <IconEye size={16} aria-hidden /> : <IconEyeOff size={16} aria-hidden />}
                <span>
                  {reading.note || (reading.found ? t('queue.evidence.found') : t('queue.evidence.notFound'))}{' '}
                  {reading.ambiguous ? `${t('queue.evidence.ambiguous')} ` : null}
                  <span className={classes.quiet}>
                    <When at={reading.at} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {readings.some(({ found }) => found) ? null : (
            <p className={classes.quiet}>{t('queue.evidence.absence')}</p>
          )}
        </>
      )}
      {evidence.nextReadingAt === null ? null : (
        <p className={classes.quiet}>
          {t('queue.evidence.next', { when: formats.when(evidence.nextReadingAt) })}
        </p>
      )}
    </>
  );
}

/** The account's posts around the send, as the newest reading showed them. */
function Nearest({ evidence, network }: { evidence: SendEvidence; network: string }) {
  const t = useWords();
  const newest = evidence.readings.findLast(({ seen }) => seen !== null);
  if (newest === undefined) return null;
  return (
    <>
      <h3 className={classes.heading}>{t('queue.evidence.nearest', { network })}</h3>
      {newest.nearest.length === 0 ? (
        <p className={classes.quiet}>{t('queue.evidence.nothingNear')}</p>
      ) : (
        <ul className={classes.nearest}>
          {newest.nearest.map((post) => (
            <li key={`${post.at}-${post.text}`}>
              <p className={classes.text} dir="auto">
                {post.text}
              </p>
              <span className={classes.quiet}>
                <When at={post.at} />
                {post.url === null ? null : (
                  <>
                    {' · '}
                    <a href={post.url} target="_blank" rel="noreferrer">
                      {t('queue.evidence.seeIt')}
                    </a>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
