import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { Link } from 'wouter';
import type { HealthLine } from '../../../shared/contract/system.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { PauseButton } from '../../parts/pause-button.tsx';
import { Screen } from '../../parts/screen.tsx';
import { When } from '../../parts/when.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWindowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { CacheTable } from './cache-table.tsx';
import { CallsTable } from './calls-table.tsx';
import classes from './health-screen.module.css';

const lineIcons = { ok: IconCircleCheck, warning: IconAlertTriangle, problem: IconCircleX } as const;

const places = {
  vault: '/settings#vault',
  copies: '/settings#copies',
  account: '/accounts',
  deliveries: '/queue?section=needs_me',
} as const;

const isPlace = (name: string): name is keyof typeof places => name in places;

/** Where a line that is not well can be mended, in this workspace. */
const placeOf = (line: HealthLine, here: string) => {
  const [name = ''] = line.id.split(':', 1);
  const elsewhere = line.workspaceId !== null && line.workspaceId !== here;
  return line.status === 'ok' || elsewhere || !isPlace(name) ? null : { name, href: places[name] };
};

/** What is counted here ages while one looks, so it is asked for again every half minute. */
const lookEvery = 30_000;

/** How the parts are doing, and every call that left the machine in the last 24 hours. */
export function HealthScreen() {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const { id: workspaceId } = useWorkspace();
  const offset = useWindowState((state) => state.clockOffset);
  const health = useQuery({
    ...api.system.health.queryOptions({ input: { workspaceId } }),
    staleTime: 0,
    refetchInterval: lookEvery,
  });
  const title = t('health.title');
  if (health.isPending) {
    return (
      <Screen title={title}>
        <LoadingSkeleton rows={4} />
      </Screen>
    );
  }
  if (health.isError && !health.data) {
    return (
      <Screen title={title}>
        <ErrorState error={health.error} onRetry={() => void health.refetch()} />
      </Screen>
    );
  }
  const { status, sentence, lines, calls, cache, publisher } = health.data;
  return (
    <Screen
      title={title}
      beside={
        <span className={classes.quiet}>
          {t('health.updatedLabel')} <When at={health.dataUpdatedAt + offset} />
        </span>
      }
      actions={
        <Button
          size="compact-sm"
          variant="default"
          loading={health.isFetching}
          onClick={() => void health.refetch()}
        >
          {t('health.again')}
        </Button>
      }
    >
      <div className={classes.sentence} data-status={status}>
        <span className={classes.dot} aria-hidden />
        <div>
          <p className={classes.words}>
            <span className="ocma-read-only">{t(`health.status.${status}`)}: </span>
            {sentence}
          </p>
          {publisher === 'paused' ? (
            <div className={classes.act}>
              <PauseButton paused />
            </div>
          ) : null}
        </div>
      </div>
      <section className={classes.section} aria-label={t('health.lines')}>
        <h2 className={classes.heading}>{t('health.lines')}</h2>
        <ul className={classes.lines}>
          {lines.map((line) => {
            const Icon = lineIcons[line.status];
            const place = placeOf(line, workspaceId);
            return (
              <li key={line.id} className={classes.line} data-status={line.status}>
                <Icon size={18} aria-hidden />
                <span>
                  <span className="ocma-read-only">{t(`health.line.${line.status}`)}: </span>
                  {line.text}
                  {line.fix === null ? null : <span className={classes.quiet}> {line.fix}</span>}
                  {place === null ? null : (
                    <>
                      {' '}
                      <Link href={place.href}>{t(`health.place.${place.name}`)}</Link>
                    </>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      <section className={classes.section} aria-label={t('health.calls.title')}>
        <h2 className={classes.heading}>{t('health.calls.title')}</h2>
        <p className={classes.quiet}>{t('health.calls.text')}</p>
        <CallsTable calls={calls.filter((call) => !call.practice)} />
      </section>
      {calls.some((call) => call.practice) ? (
        <section className={classes.section} aria-label={t('health.calls.practice')}>
          <h2 className={classes.heading}>{t('health.calls.practice')}</h2>
          <p className={classes.quiet}>{t('health.calls.practiceText')}</p>
          <CallsTable calls={calls.filter((call) => call.practice)} />
        </section>
      ) : null}
      {cache.operations.length === 0 ? null : (
        <section className={classes.section} aria-label={t('health.cache.title')}>
          <h2 className={classes.heading}>{t('health.cache.title')}</h2>
          <p className={classes.quiet}>
            {t('health.cache.text', { kilobytes: formats.count(Math.ceil(cache.storedBytes / 1_000)) })}
          </p>
          <CacheTable operations={cache.operations} />
        </section>
      )}
    </Screen>
  );
}
