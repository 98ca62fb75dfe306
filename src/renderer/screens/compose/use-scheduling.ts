import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CatchUp } from '../../../shared/models/delivery.ts';
import type { Post } from '../../../shared/models/post.ts';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import type { ScheduleChoice } from '../../../shared/contract/posts.ts';
import { useOfferUndo, useTellFailure } from '../../parts/offer-undo.tsx';
import { useApi, useClient } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { localOf } from '../../zoned.ts';
import type { DraftHandle } from './use-draft.ts';
import { ruleOfForm } from './repeat-form.ts';
import type { RepeatChoice, WhenChoice } from './when-choice.ts';

/**
 * Sends a draft on its way as the control of scheduling says, and takes it back. With `series` the draft is what is ahead
 * of it, to be saved as such.
 */
export function useScheduling(
  { flush, take }: Pick<DraftHandle, 'flush' | 'take'>,
  series: Recurrence | null,
  /** What happens if it is late, where the user has chosen it here. */
  lateRule: CatchUp | null,
) {
  const late = lateRule === null ? {} : { catchUp: lateRule };
  const t = useWords();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const formats = useFormats();
  const [, navigate] = useLocation();
  const { id: workspaceId, timeZone } = useWorkspace();
  const offerUndo = useOfferUndo();
  const tell = useTellFailure();
  const [busy, setBusy] = useState(false);

  const unschedule = async (post: Post): Promise<Post> => {
    const newest = await client.posts.get({ workspaceId, id: post.id });
    return client.posts.unschedule({ workspaceId, id: post.id, version: newest.version });
  };

  const schedule = async (post: Post, when: ScheduleChoice): Promise<Post> => {
    const inState = (...states: readonly string[]) =>
      post.deliveries.filter(({ state }) => states.includes(state));
    // One slot for all of it: moved one by one, each account would take a slot of its own.
    const together = when.kind === 'next_slot' && inState('failed', 'missed').length === 0;
    if (together || inState('scheduled').length === 0) {
      return client.posts.schedule({ workspaceId, id: post.id, version: post.version, when, ...late });
    }
    // What stopped goes out again; what waits for its time beside it keeps it.
    const moving =
      inState('failed', 'missed').length > 0
        ? inState('failed', 'missed', 'draft')
        : inState('scheduled', 'draft');
    for (const { id, version } of moving)
      await client.queue.reschedule({ workspaceId, id, version, when, ...late });
    return client.posts.get({ workspaceId, id: post.id });
  };

  const repeat = async (draft: Post, { local, timeZone: zone, form }: RepeatChoice): Promise<void> => {
    const { id: draftId, parts, accountIds, labels, options } = draft;
    const given = {
      workspaceId,
      parts,
      accountIds,
      labels,
      options,
      rule: ruleOfForm(form, local),
      start: local,
      timeZone: zone,
      draftId,
      ...late,
    };
    // The draft goes with this, and nothing on screen shall ask for it again.
    const key = api.posts.get.queryKey({ input: { workspaceId, id: draftId } });
    queries.removeQueries({ queryKey: key });
    if (series) {
      const saved = await client.recurrences.update({ ...given, id: series.id, version: series.version });
      const {
        parts: before,
        accountIds: to,
        labels: under,
        options: chosen,
        rule,
        start,
        timeZone: was,
      } = series;
      offerUndo({
        message: t('recurring.done.updated', { sentence: saved.sentence }),
        undo: async () => {
          const { id, version } = await client.recurrences.get({ workspaceId, id: series.id });
          const back = {
            parts: before,
            accountIds: to,
            labels: under,
            options: chosen,
            rule,
            start,
            timeZone: was,
          };
          await client.recurrences.update({ workspaceId, id, version, ...back });
        },
      });
      navigate(`/recurring/${series.id}`);
      return;
    }
    const made = await client.recurrences.create(given);
    offerUndo({
      message: t('recurring.done.created', { sentence: made.sentence }),
      undo: async () => {
        await client.recurrences.remove({ workspaceId, id: made.id });
        const post = await client.posts.restore({ workspaceId, id: draftId });
        navigate(`/compose/${post.id}`);
      },
    });
    const first = made.occurrences.find(({ when }) => when !== null)?.when;
    navigate(first ? `/?date=${localOf(first.instant, timeZone).slice(0, 10)}` : `/recurring/${made.id}`);
  };

  const keep = (): void => {
    notifications.show({ message: t('compose.act.draftSaved') });
    navigate('/');
  };

  const send = async (choice: WhenChoice): Promise<void> => {
    setBusy(true);
    try {
      const saved = await flush();
      if (!saved) return;
      const scheduled = saved.deliveries.some(({ state }) => state === 'scheduled');
      if (choice.kind === 'draft') {
        if (scheduled) take(await unschedule(saved));
        keep();
        return;
      }
      if (choice.kind === 'repeat') {
        await repeat(saved, choice);
        return;
      }
      const sent = await schedule(saved, choice);
      take(sent);
      if (choice.kind === 'now') {
        notifications.show({ message: t('compose.act.publishing') });
        const [first] = sent.deliveries;
        navigate(first ? `/queue?delivery=${first.id}` : '/queue');
        return;
      }
      const at = sent.when?.instant ?? sent.deliveries[0]?.when?.instant;
      offerUndo({
        message: t('compose.act.scheduled', { time: at === undefined ? '' : formats.when(at) }),
        undo: async () => {
          const post = await unschedule(sent);
          navigate(`/compose/${post.id}`);
        },
      });
      navigate(at === undefined ? '/' : `/?date=${localOf(at, timeZone).slice(0, 10)}`);
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };

  const takeBack = async (post: Post): Promise<void> => {
    try {
      take(await unschedule(post));
      notifications.show({ message: t('compose.more.unscheduled') });
    } catch (error) {
      tell(error);
    }
  };

  return { busy, send, takeBack };
}
