import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CatchUp } from '../../../shared/models/delivery.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { Post } from '../../../shared/models/post.ts';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import { readNow } from '../../clock.tsx';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';
import { choiceOfSeries, instantOfChoice, offeredChoice } from './when-choice.ts';
import type { WhenChoice } from './when-choice.ts';

interface About {
  readonly accountIds: readonly AccountId[];
  readonly post: Post | null;
  /** The wall clock that the calendar was clicked at. */
  readonly at: string | null;
  readonly series: Recurrence | null;
}

/** When a post goes out, and what happens if it is late: as it is offered until the user chooses. */
export function useWhen({ accountIds, post, at, series }: About) {
  const api = useApi();
  const { id: workspaceId, timeZone } = useWorkspace();
  const { data: slots = noSlots } = useQuery(
    api.posts.slots.queryOptions({
      input: { workspaceId, count: 5, accountIds: [...accountIds] },
      placeholderData: keepPreviousData,
    }),
  );
  const { data: settings } = useQuery(api.settings.workspace.queryOptions({ input: { workspaceId } }));
  const [chosen, choose] = useState<WhenChoice | null>(null);
  const [chosenRule, chooseRule] = useState<CatchUp | null>(null);
  const when =
    chosen ?? (series ? choiceOfSeries(series) : offeredChoice(post, at, slots, timeZone, readNow()));
  const ownRule = series?.catchUp ?? post?.deliveries.find(({ state }) => state !== 'draft')?.catchUp;
  return {
    when,
    slots,
    lateRule: chosenRule ?? ownRule ?? settings?.catchUp ?? null,
    /** Null where the user has not chosen one here. */
    chosenRule,
    choose,
    chooseRule,
    instant: plannedInstant(when, slots),
  };
}

/** When a post goes out (epoch ms), where it is not now and not open. */
function plannedInstant(when: WhenChoice, slots: readonly WallTime[]): number | null {
  const now = readNow();
  const at = when.kind === 'now' ? null : instantOfChoice(when, slots, now);
  return at === null || at <= now ? null : at;
}

const noSlots: [] = [];
