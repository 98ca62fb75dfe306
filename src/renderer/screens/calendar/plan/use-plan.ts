import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Client } from '../../../client.ts';
import { useOfferUndo, useTellFailure } from '../../../parts/offer-undo.tsx';
import { useApi, useClient } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { instantOf } from '../../../zoned.ts';
import { asChosen, takenOf, withMoved, withTaken, withWarnings } from './plan-state.ts';
import type { PlanState, PlanWish } from './plan-state.ts';

type Applied = Awaited<ReturnType<Client['planning']['apply']>>;

/** How planning stands. */
export type PlanStage =
  | { readonly kind: 'closed' }
  | { readonly kind: 'setup'; readonly drafts: readonly string[] }
  | { readonly kind: 'looking'; readonly wish: PlanWish }
  | { readonly kind: 'failed'; readonly wish: PlanWish; readonly error: unknown }
  | {
      readonly kind: 'proposed';
      readonly wish: PlanWish;
      readonly plan: PlanState;
      readonly applying: boolean;
      /** What the last attempt could not schedule. */
      readonly failed: Applied['failed'];
    };

/** A plan from its wish to its undo. */
export function usePlan() {
  const t = useWords();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const offerUndo = useOfferUndo();
  const tell = useTellFailure();
  const [stage, setStage] = useState<PlanStage>({ kind: 'closed' });
  const asked = useRef(0);

  const close = useCallback((): void => {
    asked.current += 1;
    setStage({ kind: 'closed' });
  }, []);

  const setUp = useCallback((drafts: readonly string[]): void => {
    asked.current += 1;
    setStage({ kind: 'setup', drafts });
  }, []);

  const propose = useCallback(
    async (wish: PlanWish): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      setStage({ kind: 'looking', wish });
      try {
        const { mode, from, to } = wish;
        const campaign =
          wish.mode === 'campaign'
            ? {
                drafts: [...wish.drafts],
                campaign: { name: wish.name, gapMinutes: wish.gapMinutes, order: [...wish.order] },
              }
            : {};
        const found = await client.planning.propose({ workspaceId, mode, from, to, ...campaign });
        if (mine !== asked.current) return;
        const plan: PlanState = { ...found, leftOut: new Set(), moved: new Set() };
        setStage({ kind: 'proposed', wish, plan, applying: false, failed: [] });
      } catch (error) {
        if (mine === asked.current) setStage({ kind: 'failed', wish, error });
      }
    },
    [client, workspaceId],
  );

  const change = async (plan: PlanState): Promise<void> => {
    const show = (after: (shown: PlanState) => PlanState): void =>
      setStage((now) => (now.kind === 'proposed' ? { ...now, plan: after(now.plan) } : now));
    show(() => plan);
    try {
      const items = asChosen(takenOf(plan));
      const checked = await client.planning.check({ workspaceId, timeZone: plan.timeZone, items });
      show((shown) => withWarnings(shown, checked));
    } catch (error) {
      tell(error);
    }
  };
  const move = (key: string, local: string): void => {
    if (stage.kind !== 'proposed') return;
    const instant = instantOf(local, stage.plan.timeZone);
    void change(withMoved(stage.plan, key, local, instant));
  };
  const take = (key: string, taken: boolean): void => {
    if (stage.kind === 'proposed') void change(withTaken(stage.plan, key, taken));
  };

  const undo = async (applied: Applied, label: string | undefined): Promise<void> => {
    const scheduled = applied.scheduled.map(({ madeFrom, ...one }) => ({ ...one, made: madeFrom !== null }));
    const { failed } = await client.planning.undo({
      workspaceId,
      scheduled,
      ...(label === undefined ? {} : { label }),
    });
    await queries.invalidateQueries({ queryKey: api.posts.key() });
    if (failed.length > 0) {
      const message = t('planning.undoFailed', { count: failed.length });
      notifications.show({ color: 'orange', title: message, message: failed[0]?.message ?? '' });
    }
  };

  const apply = async (): Promise<void> => {
    if (stage.kind !== 'proposed') return;
    const { plan, wish } = stage;
    const label = wish.mode === 'campaign' ? wish.name : undefined;
    setStage({ ...stage, applying: true, failed: [] });
    try {
      const applied = await client.planning.apply({
        workspaceId,
        timeZone: plan.timeZone,
        items: asChosen(takenOf(plan)),
        ...(label === undefined ? {} : { label }),
      });
      await queries.invalidateQueries({ queryKey: api.posts.key() });
      const unscheduled = new Set(applied.failed.map(({ kind, postId }) => `${kind}-${postId}`));
      const items = plan.items.filter(({ kind, postId }) => unscheduled.has(`${kind}-${postId}`));
      if (items.length === 0) close();
      else setStage({ ...stage, applying: false, plan: { ...plan, items }, failed: applied.failed });
      if (applied.scheduled.length > 0)
        offerUndo({
          message: t('planning.done', { count: applied.scheduled.length }),
          undo: () => undo(applied, label),
        });
    } catch (error) {
      setStage({ ...stage, applying: false });
      tell(error);
    }
  };

  return { stage, close, setUp, propose, move, take, apply };
}

export type Planning = ReturnType<typeof usePlan>;
