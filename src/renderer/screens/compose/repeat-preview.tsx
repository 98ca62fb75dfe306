import { useDebouncedValue } from '@mantine/hooks';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import { describeFailure } from '../../failure.ts';
import { formatFull, formatTime } from '../../formats.ts';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { zoneCity } from '../../zoned.ts';
import classes from './repeat-fields.module.css';

interface RepeatPreviewProps {
  readonly rule: string;
  readonly start: string;
  readonly timeZone: string;
  readonly accountIds: readonly AccountId[];
}

/** A rule in words with its next five times, or why it cannot be used; read out when it changes. */
export function RepeatPreview({ rule, start, timeZone, accountIds }: RepeatPreviewProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [asked] = useDebouncedValue(rule, 200);
  const { data, error } = useQuery(
    api.recurrences.preview.queryOptions({
      input: { workspaceId, rule: asked, start, timeZone, accountIds: [...accountIds] },
      enabled: asked.trim().length > 0,
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  return (
    <section aria-label={t('recurring.preview.label')} aria-live="polite">
      {error ? <p className={classes.fault}>{describeFailure(error, t).message}</p> : null}
      {data && !error ? (
        <>
          <p className={classes.sentence}>
            {t('recurring.inZone', { sentence: data.sentence, zone: zoneCity(timeZone) })}
          </p>
          {data.lines.map(({ id, text, fix }) => (
            <p key={id} className={classes.warning}>
              <IconAlertTriangle size={16} color="var(--ocma-state-warning)" aria-hidden />
              <span>
                {text} {fix}
              </span>
            </p>
          ))}
          <ul className={classes.times}>
            {data.times.map((time) => (
              <Time key={time.local} time={time} />
            ))}
          </ul>
          {data.times.length === 0 ? <p className={classes.fault}>{t('recurring.preview.none')}</p> : null}
        </>
      ) : null}
    </section>
  );
}

function Time({ time }: { time: WallTime }) {
  const t = useWords();
  const { locale } = useFormats();
  return (
    <li>
      <time dateTime={new Date(time.instant).toISOString()}>
        {formatFull(time.instant, time.timeZone, locale)}
      </time>
      {time.note === 'none' ? null : (
        <span className={classes.note}>
          {t(`recurring.preview.${time.note}`, { time: formatTime(time.instant, time.timeZone, locale) })}
        </span>
      )}
    </li>
  );
}
