import { Button, Checkbox } from '@mantine/core';
import { Link } from 'wouter';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './import-screen.module.css';
import { RowRemarks } from './row-remarks.tsx';
import { SampleRows } from './sample-rows.tsx';
import type { ImportRun } from './use-import.ts';

/** What the import would do: the numbers, the cost against the cap, what is wrong row by row, and the button. */
export function ImportPreviewView({ run }: { run: ImportRun }) {
  const t = useWords();
  const { data, error, isPending, isFetching, refetch } = run.preview;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingSkeleton rows={3} height={64} />;
  const blocked = data.problems.length > 0 && !run.options.skipProblems;
  const possible = data.ready > 0 && data.withinCap && !blocked;
  return (
    <>
      <section
        className={classes.section}
        aria-label={t('importScreen.preview.title')}
        aria-busy={isFetching}
      >
        <div className={classes.head}>
          <h2 className={classes.heading}>{t('importScreen.preview.title')}</h2>
          <Button
            disabled={!possible || isFetching}
            loading={run.applying}
            onClick={() => run.apply(data.token)}
          >
            {data.ready > 0
              ? t('importScreen.apply.button', { count: data.ready })
              : t('importScreen.apply.none')}
          </Button>
        </div>
        {run.changed ? (
          <p className={classes.note} role="alert">
            {t('importScreen.apply.changed')}
          </p>
        ) : null}
        {run.applyError ? <ErrorState inline error={run.applyError} /> : null}
        <Numbers preview={data} />
        <Notes preview={data} />
        {data.problems.length > 0 ? (
          <>
            {blocked && data.ready > 0 ? (
              <p className={classes.note} data-tone="bad">
                {t('importScreen.preview.problemsStop', { count: data.problems.length })}
              </p>
            ) : null}
            {data.ready > 0 ? (
              <Checkbox
                mt={12}
                label={t('importScreen.preview.skip')}
                checked={run.options.skipProblems}
                onChange={(event) => run.change({ skipProblems: event.currentTarget.checked })}
              />
            ) : null}
            <RowRemarks kind="problem" remarks={data.problems} />
          </>
        ) : null}
        {data.warnings.length > 0 ? <RowRemarks kind="warning" remarks={data.warnings} /> : null}
      </section>
      {data.samples.length > 0 ? <SampleRows samples={data.samples} /> : null}
    </>
  );
}

function Numbers({ preview }: { preview: ImportPreview }) {
  const t = useWords();
  const formats = useFormats();
  const wrong = preview.rows - preview.ready - preview.already;
  return (
    <dl className={classes.numbers} aria-live="polite">
      <Figure name={t('importScreen.preview.rowsLabel')} value={formats.count(preview.rows)} />
      <Figure name={t('importScreen.preview.ready')} value={formats.count(preview.ready)} />
      {preview.already > 0 ? (
        <Figure name={t('importScreen.preview.already')} value={formats.count(preview.already)} />
      ) : null}
      {wrong > 0 ? (
        <Figure name={t('importScreen.preview.problems')} value={formats.count(wrong)} bad />
      ) : null}
      <Figure
        name={t('importScreen.preview.cost')}
        value={formats.money(preview.costMicros)}
        bad={!preview.withinCap}
      />
      {preview.firstAt === null ? null : (
        <Figure name={t('importScreen.preview.from')} value={formats.when(preview.firstAt)} small />
      )}
      {preview.lastAt === null || preview.lastAt === preview.firstAt ? null : (
        <Figure name={t('importScreen.preview.to')} value={formats.when(preview.lastAt)} small />
      )}
    </dl>
  );
}

function Figure({
  name,
  value,
  bad = false,
  small = false,
}: {
  name: string;
  value: string;
  bad?: boolean;
  small?: boolean;
}) {
  return (
    <div className={classes.number}>
      <dt>{name}</dt>
      <dd data-tone={bad ? 'bad' : undefined} data-small={small || undefined}>
        {value}
      </dd>
    </div>
  );
}

function Notes({ preview }: { preview: ImportPreview }) {
  const t = useWords();
  const formats = useFormats();
  if (preview.rows === 0) return <p className={classes.note}>{t('importScreen.preview.none')}</p>;
  if (preview.ready === 0 && preview.already > 0) {
    return (
      <p className={classes.note}>
        {preview.already === preview.rows
          ? t('importScreen.preview.nothingNew')
          : t('importScreen.preview.nothingElseNew')}
      </p>
    );
  }
  if (preview.ready === 0) return null;
  if (preview.capMicros === null) {
    return preview.costMicros > 0 ? (
      <p className={classes.note}>{t('importScreen.preview.capNone')}</p>
    ) : null;
  }
  const values = { spent: formats.money(preview.spentMicros), cap: formats.money(preview.capMicros) };
  return preview.withinCap ? (
    <p className={classes.note}>{t('importScreen.preview.capWithin', values)}</p>
  ) : (
    <p className={classes.note} data-tone="bad" role="alert">
      {t('importScreen.preview.capOver', values)}{' '}
      <Link href="/settings#spending">{t('importScreen.preview.capLink')}</Link>
    </p>
  );
}
