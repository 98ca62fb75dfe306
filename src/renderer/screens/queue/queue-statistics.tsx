import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { QueueStatistics as Statistics } from '../../../shared/models/queue-statistics.ts';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import type { Words } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './queue-statistics.module.css';

/** What starts within this time is on time, in milliseconds. */
const second = 2_000;

/** A length of time in one short word: to the second, the minute or the hour. */
const lasting = (t: Words, ms: number): string => {
  const seconds = Math.round(ms / 1_000);
  if (ms < second) return t('queue.statistics.underSecond');
  if (seconds < 120) return t('queue.statistics.seconds', { count: seconds });
  if (seconds < 2 * 3_600) return t('queue.statistics.minutes', { count: Math.round(seconds / 60) });
  return t('queue.statistics.hours', { count: Math.round(seconds / 3_600) });
};

const punctuality = (t: Words, { p50Ms, p95Ms }: NonNullable<Statistics['lateness']>): string =>
  p95Ms < second
    ? t('queue.statistics.punctual')
    : t('queue.statistics.onTime', { usual: lasting(t, p50Ms), most: lasting(t, p95Ms) });

/** How publishing has been going, in one quiet line. Nothing before the first post went out. */
export function QueueStatistics() {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.queue.statistics.queryOptions({ input: { workspaceId } }));
  if (!data) return null;
  const { lastDay, lastWeek, lateness, attempts } = data;
  if (lastWeek.published + lastWeek.failed + lastWeek.unknown === 0 && data.waitingDue === 0) return null;
  const share = attempts.published === 0 ? null : attempts.atFirstTry / attempts.published;
  return (
    <section className={classes.strip} aria-label={t('queue.statistics.label')}>
      {data.running > 0 ? <span>{t('queue.statistics.running', { count: data.running })}</span> : null}
      {data.waitingDue > 0 && data.oldestDueAt !== null ? (
        <span>
          {t('queue.statistics.due', { count: data.waitingDue, when: formats.when(data.oldestDueAt) })}
        </span>
      ) : null}
      <span>
        {t('queue.statistics.day')}: <Outcomes outcomes={lastDay} />
      </span>
      <Tooltip
        multiline
        disabled={data.byPlatform.length < 2}
        label={data.byPlatform.map(({ platform, published }) => `${platform}: ${published}`).join(' · ')}
      >
        <span>
          {t('queue.statistics.week')}: <Outcomes outcomes={lastWeek} />
          {share === null ? null : `, ${t('queue.statistics.firstTry', { share: formats.share(share) })}`}
          {lateness === null ? null : `, ${punctuality(t, lateness)}`}
        </span>
      </Tooltip>
    </section>
  );
}

function Outcomes({ outcomes }: { outcomes: Statistics['lastDay'] }) {
  const t = useWords();
  const { published, failed, unknown } = outcomes;
  return (
    <>
      {t('queue.statistics.out', { count: published })}
      {failed > 0 ? `, ${t('queue.statistics.failed', { count: failed })}` : null}
      {unknown > 0 ? `, ${t('queue.statistics.unknown', { count: unknown })}` : null}
    </>
  );
}
