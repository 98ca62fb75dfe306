import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ScheduleChoice } from '../../../shared/contract/posts.ts';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { readNow } from '../../clock.tsx';
import { useOfferUndo, useTellFailure } from '../../parts/offer-undo.tsx';
import { useApi, useClient } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { instantOf } from '../../zoned.ts';

/**
 * Moves a delivery to another wall-clock time of the workspace's zone; at once on screen, with an undo. The user's hand goes
 * before the planning rules: those that it breaks are told beside the undo.
 */
export function useMove(): (delivery: Delivery, local: string) => Promise<void> {
  const t = useWords();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const formats = useFormats();
  const { id: workspaceId, timeZone } = useWorkspace();
  const offerUndo = useOfferUndo();
  const tell = useTellFailure();

  return useCallback(
    async (delivery, local) => {
      const instant = instantOf(local, timeZone);
      if (instant <= readNow()) {
        notifications.show({ color: 'orange', message: t('calendar.pastTime') });
        return;
      }
      const queryKey = api.posts.calendar.key();
      const show = (changed: Delivery): void => {
        queries.setQueriesData<Delivery[]>({ queryKey }, (shown) =>
          shown?.map((one) => (one.id === changed.id ? changed : one)),
        );
      };
      const move = (version: number, when: ScheduleChoice): Promise<Delivery> =>
        client.queue.reschedule({ workspaceId, id: delivery.id, version, when });
      /** What the planning rules say to it; without their word it is moved all the same. */
      const broken = async (): Promise<string> => {
        const { postId, accountId, version } = delivery;
        const item = { kind: 'draft' as const, postId, accountId, version, local };
        const asked = client.planning.check({ workspaceId, timeZone, items: [item] });
        const [found] = await asked.catch(() => []);
        const warnings = found?.warnings.filter(({ id }) => id !== 'past') ?? [];
        return warnings.map(({ text }) => t('calendar.brokenRule', { rule: text })).join(' ');
      };
      show({ ...delivery, when: { local, timeZone, instant, note: 'none' } });
      try {
        const rules = await broken();
        const moved = await move(delivery.version, { kind: 'at', local, timeZone });
        show(moved);
        const before = delivery.when;
        if (!before) return;
        offerUndo({
          message:
            `${t('calendar.moved', { time: formats.when(moved.when?.instant ?? instant) })} ${rules}`.trim(),
          undo: async () => {
            show(await move(moved.version, { kind: 'at', local: before.local, timeZone: before.timeZone }));
          },
        });
      } catch (error) {
        show(delivery);
        tell(error);
        await queries.invalidateQueries({ queryKey });
      }
    },
    [t, api, client, queries, formats, workspaceId, timeZone, offerUndo, tell],
  );
}
