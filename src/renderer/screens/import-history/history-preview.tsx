import { Button, Checkbox, Progress } from '@mantine/core';
import type { HistoryImport } from '../../../shared/contract/metrics.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from '../import/import-screen.module.css';
import { RowRemarks } from '../import/row-remarks.tsx';
import own from './import-history.module.css';
import type { HistoryImportRun } from './use-history-import.ts';

/** As many problems as an answer names. */
const mostProblems = 500;

/** What the import would do: how many rows are new, what is wrong line by line, and the button. */
export function HistoryPreview({ run }: { run: HistoryImportRun }) {
  const t = useWords();
  const { count } = useFormats();
  const { data, error, isPending, isFetching, refetch } = run.preview;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingSkeleton rows={3} height={64} />;
  const blocked = data.problems.length > 0 && !run.choices.skipProblems;
  return (
    <section
      className={classes.section}
      aria-label={t('historyImportScreen.preview.title')}
      aria-busy={isFetching}
    >
      <div className={classes.head}>
        <h2 className={classes.heading}>{t('historyImportScreen.preview.title')}</h2>
        {run.applying ? (
          <Button variant="default" onClick={run.stop}>
            {t('historyImportScreen.taking.stop')}
          </Button>
        ) : (
          <Button disabled={data.ready === 0 || blocked || isFetching} onClick={run.apply}>
            {data.ready > 0
              ? t('historyImportScreen.apply', { count: data.ready, shown: count(data.ready) })
              : t('historyImportScreen.applyNone')}
          </Button>
        )}
      </div>
      {run.applying ? <Taking taken={run.taken} of={data.ready} /> : null}
      {run.applyError ? <ErrorState inline error={run.applyError} /> : null}
      <Numbers preview={data} />
      {data.rows === 0 ? <p className={classes.note}>{t('historyImportScreen.preview.none')}</p> : null}
      {data.rows > 0 && data.already === data.rows ? (
        <p className={classes.note}>{t('historyImportScreen.preview.nothingNew')}</p>
      ) : null}
      {data.problems.length > 0 ? (
        <>
          {data.ready > 0 ? (
            <>
              {blocked ? (
                <p className={classes.note} data-tone="bad">
                  {t('historyImportScreen.preview.stop')}
                </p>
              ) : null}
              <Checkbox
                mt={12}
                label={t('historyImportScreen.preview.skip')}
                checked={run.choices.skipProblems}
                disabled={run.applying}
                onChange={(event) => run.change({ skipProblems: event.currentTarget.checked })}
              />
            </>
          ) : null}
          <RowRemarks kind="problem" remarks={data.problems} />
          {data.problems.length >= mostProblems ? (
            <p className={classes.quiet}>
              {t('historyImportScreen.preview.more', { count: data.problems.length })}
            </p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** How far the import is. */
function Taking({ taken, of }: { taken: number; of: number }) {
  const t = useWords();
  const { count } = useFormats();
  const words = t('historyImportScreen.taking.progress', { taken: count(taken), of: count(of) });
  return (
    <div className={own.taking}>
      <Progress value={(100 * taken) / Math.max(of, 1)} aria-label={t('historyImportScreen.taking.label')} />
      <p className={classes.quiet}>{words}</p>
    </div>
  );
}

function Numbers({ preview }: { preview: HistoryImport }) {
  const t = useWords();
  const { count } = useFormats();
  const { rows, ready, already, bad } = preview;
  const figures = [
    { name: 'rows', value: rows, shown: true },
    { name: 'ready', value: ready, shown: true },
    { name: 'already', value: already, shown: already > 0 },
    { name: 'bad', value: bad, shown: bad > 0 },
  ] as const;
  return (
    <dl className={classes.numbers} aria-live="polite">
      {figures
        .filter(({ shown }) => shown)
        .map(({ name, value }) => (
          <div key={name} className={classes.number}>
            <dt>{t(`historyImportScreen.preview.${name}`)}</dt>
            <dd data-tone={name === 'bad' ? 'bad' : undefined}>{count(value)}</dd>
          </div>
        ))}
    </dl>
  );
}
