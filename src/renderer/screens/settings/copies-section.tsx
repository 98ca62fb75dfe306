import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SafeCopy } from '../../../shared/models/copy.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { When } from '../../parts/when.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { formatBytes } from '../../bytes.ts';
import classes from './copies-section.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { SettingsSection } from './settings-section.tsx';

/** The copies of the data file: what there is, one more now, and the way back to any of them. */
export function CopiesSection() {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const tellFailure = useTellFailure();
  const [chosen, setChosen] = useState<SafeCopy | null>(null);
  const copies = useQuery(api.copies.list.queryOptions({ input: {} }));
  const make = useMutation(
    api.copies.make.mutationOptions({
      onSuccess: (copy) =>
        notifications.show({
          message: t('copies.list.made', { size: formatBytes(copy.bytes, formats.locale) }),
          closeButtonProps: { 'aria-label': t('shell.close') },
        }),
      onError: tellFailure,
      onSettled: () => copies.refetch(),
    }),
  );
  return (
    <SettingsSection id="copies" title={t('copies.list.title')} text={t('copies.list.text')} wide>
      {copies.data?.problem ? (
        <p className={classes.problem} role="alert">
          {copies.data.problem}
        </p>
      ) : null}
      {copies.isPending ? (
        <LoadingSkeleton rows={3} height={36} />
      ) : copies.data ? (
        <CopiesTable copies={copies.data.copies} onRestore={setChosen} />
      ) : (
        <ErrorState inline error={copies.error} onRetry={() => void copies.refetch()} />
      )}
      <div className={classes.actions}>
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate({})}>
          {t('copies.list.make')}
        </Button>
        {copies.data?.lastAt ? (
          <span className={classes.quiet}>
            {t('copies.list.last', { when: formats.when(copies.data.lastAt) })}
          </span>
        ) : null}
      </div>
      <RestoreDialog copy={chosen} onClose={() => setChosen(null)} />
    </SettingsSection>
  );
}

function CopiesTable({
  copies,
  onRestore,
}: {
  copies: readonly SafeCopy[];
  onRestore: (copy: SafeCopy) => void;
}) {
  const t = useWords();
  const formats = useFormats();
  if (copies.length === 0) return <p className={classes.quiet}>{t('copies.list.empty')}</p>;
  return (
    <table className={classes.table} aria-label={t('copies.list.label')}>
      <thead>
        <tr>
          <th scope="col">{t('copies.list.when')}</th>
          <th scope="col">{t('copies.list.why')}</th>
          <th scope="col" data-number>
            {t('copies.list.posts')}
          </th>
          <th scope="col" data-number>
            {t('copies.list.scheduled')}
          </th>
          <th scope="col" data-number>
            {t('copies.list.size')}
          </th>
          <th scope="col">
            <span className="ocma-read-only">{t('copies.list.restore')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {copies.map((copy) => (
          <tr key={copy.name}>
            <td>
              <When at={copy.at} />
            </td>
            <td>{t(`copies.reason.${copy.reason}`)}</td>
            <td data-number>{formats.count(copy.posts)}</td>
            <td data-number>{formats.count(copy.scheduled)}</td>
            <td data-number>{formatBytes(copy.bytes, formats.locale)}</td>
            <td data-number>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('copies.list.restoreOf', { when: formats.full(copy.at) })}
                onClick={() => onRestore(copy)}
              >
                {t('copies.list.restore')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
