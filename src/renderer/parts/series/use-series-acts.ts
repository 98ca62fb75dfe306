import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Occurrence, Recurrence } from '../../../shared/models/recurrence.ts';
import { formatWhen } from '../../formats.ts';
import { readNow } from '../../clock.tsx';
import { useClient } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { instantOf } from '../../zoned.ts';
import { useOfferUndo, useTellFailure } from '../offer-undo.tsx';

/** What can be done to a series and to one of its times; each act can be taken back. */
export function useSeriesActs(series: Recurrence) {
  const t = useWords();
  const client = useClient();
  const { locale } = useFormats();
  const [, navigate] = useLocation();
  const { id: workspaceId } = useWorkspace();
  const offerUndo = useOfferUndo();
  const tell = useTellFailure();
  const [busy, setBusy] = useState(false);
  const { id, timeZone } = series;

  const run = async (act: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    try {
      await act();
      return true;
    } catch (error) {
      tell(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  /** The clock time that a time of the series has by its rule. */
  const spoken = (local: string): string =>
    formatWhen(instantOf(local, timeZone), timeZone, locale, readNow(), t);
  const key = { workspaceId, id };

  return {
    busy,
    spoken,
    skip: (local: string) =>
      run(async () => {
        await client.recurrences.skip({ ...key, local });
        offerUndo({
          message: t('recurring.done.skipped', { time: spoken(local) }),
          undo: () => client.recurrences.restore({ ...key, local }),
        });
      }),
    /** Brings a skipped time back. */
    restore: ({ local }: Pick<Occurrence, 'local'>) =>
      run(async () => {
        await client.recurrences.restore({ ...key, local });
        offerUndo({
          message: t('recurring.done.restored', { time: spoken(local) }),
          undo: () => client.recurrences.skip({ ...key, local }),
        });
      }),
    stop: () =>
      run(async () => {
        await client.recurrences.stop(key);
        offerUndo({
          message: t('recurring.done.stopped'),
          undo: () => client.recurrences.resume(key),
        });
      }),
    resume: () =>
      run(async () => {
        await client.recurrences.resume(key);
        offerUndo({ message: t('recurring.done.resumed'), undo: () => client.recurrences.stop(key) });
      }),
    remove: () =>
      run(async () => {
        const before = series.state;
        await client.recurrences.remove(key);
        offerUndo({
          message: t('recurring.done.removed'),
          undo: async () => {
            await client.recurrences.resume(key);
            if (before === 'stopped') await client.recurrences.stop(key);
          },
        });
      }),
    /** Opens the series in the composer, in a draft of its own until it is saved. */
    edit: () =>
      run(async () => {
        const { parts, accountIds, labels } = series;
        const draft = await client.posts.create({ workspaceId, parts, accountIds, labels });
        navigate(`/compose/${draft.id}?series=${id}`);
      }),
  };
}
