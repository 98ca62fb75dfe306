import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeadLetterGroup } from '../../../shared/contract/queue.ts';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { useOfferUndo, useTellFailure } from '../../parts/offer-undo.tsx';
import { usePaused } from '../../parts/use-paused.ts';
import { useSay } from '../../parts/use-say.ts';
import { useApi, useClient } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';

type Decision = 'publish_now' | 'next_slot' | 'drop';

/** Decisions on several posts at once; each tells its outcome, and a drop can be undone. */
export function useQueueDecisions() {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const t = useWords();
  const tell = useTellFailure();
  const offerUndo = useOfferUndo();
  const { id: workspaceId } = useWorkspace();
  const [busy, setBusy] = useState<Decision | null>(null);

  const reread = () => queries.invalidateQueries({ queryKey: api.queue.key() });
  const decide = async (name: Decision, call: () => Promise<void>): Promise<void> => {
    setBusy(name);
    try {
      await call();
    } catch (error) {
      tell(error);
    } finally {
      setBusy(null);
      void reread();
    }
  };
  const show = useSay();
  const paused = usePaused();
  const say = (...sentences: readonly string[]): void =>
    show(sentences.filter((sentence) => sentence !== '').join(' '));
  const sayDropped = (ids: readonly Delivery['id'][]): void =>
    offerUndo({
      message: t('queue.group.dropped', { count: ids.length }),
      undo: async () => {
        await client.queue.restoreAll({ workspaceId, ids: [...ids] });
        await reread();
      },
    });
  const sayPlaced = (at: Decision, done: number, left: number): void =>
    say(
      done === 0
        ? ''
        : at === 'next_slot'
          ? t('queue.group.placed', { count: done })
          : t(paused ? 'queue.group.whilePaused' : 'queue.group.retried', { count: done }),
      left === 0
        ? ''
        : at === 'next_slot'
          ? t('queue.group.noSlots', { count: left })
          : t('queue.group.skipped', { count: left }),
    );

  return {
    busy,
    /** On all that missed their time. */
    missed: (decision: Decision) =>
      decide(decision, async () => {
        const { decided, left, ids } = await client.queue.decideMissed({ workspaceId, decision });
        if (decision === 'drop') sayDropped(ids);
        else sayPlaced(decision, decided, left);
      }),
    /** On all of one reason and account. */
    group: ({ code, accountId }: DeadLetterGroup, decision: Decision) =>
      decide(decision, async () => {
        const kind = { workspaceId, code, accountId };
        if (decision === 'drop') {
          sayDropped((await client.queue.dropAll(kind)).ids);
          return;
        }
        const at = decision === 'next_slot' ? 'next_slot' : 'now';
        const { retried, skipped } = await client.queue.retryAll({ ...kind, at });
        sayPlaced(decision, retried, skipped);
      }),
  };
}
