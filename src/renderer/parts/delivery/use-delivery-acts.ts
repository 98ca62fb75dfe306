import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ScheduleChoice } from '../../../shared/contract/posts.ts';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { readNow } from '../../clock.tsx';
import { useApi, useClient } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useOfferUndo, useTellFailure } from '../offer-undo.tsx';
import { usePlatforms } from '../network-icon.tsx';
import { usePaused } from '../use-paused.ts';
import { useSay } from '../use-say.ts';

/** The acts on a delivery by name, so that a button can show that its own one is under way. */
export type ActName =
  | 'posted'
  | 'notNow'
  | 'retry'
  | 'drop'
  | 'there'
  | 'sendAgain'
  | 'look'
  | 'move'
  | 'cancel'
  | 'remove';

/** What a user may do with one delivery. Each act tells its outcome by itself and resolves to whether it worked. */
export function useDeliveryActs(delivery: Delivery) {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const t = useWords();
  const formats = useFormats();
  const offerUndo = useOfferUndo();
  const tellFailure = useTellFailure();
  const show = useSay();
  const paused = usePaused();
  const network = usePlatforms().get(delivery.platform)?.title ?? delivery.platform;
  const [busy, setBusy] = useState<ActName | null>(null);
  const one = { workspaceId: delivery.workspaceId, id: delivery.id };

  const reread = useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: api.queue.key() }),
        queries.invalidateQueries({ queryKey: api.posts.key() }),
      ]),
    [queries, api],
  );

  const act = async (
    name: ActName,
    call: () => Promise<Delivery>,
    tell: (after: Delivery) => void,
  ): Promise<boolean> => {
    setBusy(name);
    try {
      const after = await call();
      tell(after);
      return true;
    } catch (error) {
      tellFailure(error);
      return false;
    } finally {
      setBusy(null);
      void reread();
    }
  };

  const say = (message: string) => (): void => show(message);
  /** For what sends: while nothing goes out it must not say that something does. */
  const sayGoing = (message: string) => say(paused ? t('queue.done.whilePaused') : message);

  /** Gives a delivery its old time back; only a time that is still to come can be given. */
  const giveBack = (after: Delivery) => async (): Promise<void> => {
    if (!delivery.when) return;
    const { local, timeZone } = delivery.when;
    await client.queue.reschedule({ ...one, version: after.version, when: { kind: 'at', local, timeZone } });
    await reread();
  };

  const sayMoved = (after: Delivery): void => {
    const message = t('queue.done.moved', { when: after.when ? formats.when(after.when.instant) : '' });
    const stillToCome = delivery.when !== null && delivery.when.instant > readNow();
    if (stillToCome) offerUndo({ message, undo: giveBack(after) });
    else show(message);
  };

  /** A drop is undone by putting it back where it stood. */
  const sayDropped =
    (message: string) =>
    (after: Delivery): void => {
      if (after.cancelling) show(t('queue.done.cancelling'));
      else
        offerUndo({
          message,
          undo: async () => {
            await client.queue.restore(one);
            await reread();
          },
        });
    };

  return {
    busy,
    retry: () => act('retry', () => client.queue.retry(one), sayGoing(t('queue.done.retried'))),
    drop: () => act('drop', () => client.queue.drop(one), sayDropped(t('queue.done.dropped'))),
    /** Drops what may have been sent: that cannot be undone. */
    giveUp: (fromNowOn: boolean) =>
      act(
        'drop',
        () => client.queue.settle({ ...one, answer: 'drop', fromNowOn }),
        say(t('queue.done.givenUp')),
      ),
    there: (url: string) =>
      act(
        'there',
        () => client.queue.settle({ ...one, answer: 'published', ...(url === '' ? {} : { url }) }),
        say(t('queue.done.published')),
      ),
    sendAgain: (fromNowOn: boolean) =>
      act(
        'sendAgain',
        () => client.queue.settle({ ...one, answer: 'send_again', fromNowOn }),
        sayGoing(t('queue.done.again')),
      ),
    look: () => act('look', () => client.queue.lookAgain(one), say(t('queue.done.looking', { network }))),
    posted: (url: string) =>
      act(
        'posted',
        () => client.queue.posted({ ...one, ...(url === '' ? {} : { url }) }),
        say(t('queue.done.published')),
      ),
    notNow: () => act('notNow', () => client.queue.notNow(one), say(t('queue.done.notNow'))),
    move: (when: ScheduleChoice) =>
      act(
        'move',
        () => client.queue.reschedule({ ...one, version: delivery.version, when }),
        when.kind === 'now' ? sayGoing(t('queue.done.goesNow')) : sayMoved,
      ),
    cancel: () =>
      act(
        'cancel',
        () => client.queue.cancel({ ...one, version: delivery.version }),
        sayDropped(t('queue.done.cancelled')),
      ),
    remove: () =>
      act('remove', () => client.queue.deleteFromNetwork(one), say(t('queue.done.removed', { network }))),
  };
}

/** What `useDeliveryActs` gives. */
export type DeliveryActs = ReturnType<typeof useDeliveryActs>;
