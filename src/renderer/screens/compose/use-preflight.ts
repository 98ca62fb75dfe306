import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ScheduleChoice } from '../../../shared/contract/posts.ts';
import type { PostId } from '../../../shared/models/ids.ts';
import { readNow } from '../../clock.tsx';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';
import { instantOf } from '../../zoned.ts';
import { contentOf, isBlank } from './draft.ts';
import type { Draft } from './draft.ts';
import type { WhenChoice } from './when-choice.ts';

/** What a draft of a whole series finds in its own posts ahead, which it takes the place of. */
const isOfNeighbours = ({ id }: { readonly id: string }): boolean =>
  id === 'duplicate' || id.startsWith('rule_');

/**
 * What stands in the way of a draft and what it would cost, anew a moment after each change. `ofSeries`: the draft takes
 * the place of posts that are planned already.
 */
export function usePreflight(draft: Draft, when: WhenChoice, postId: PostId | null, ofSeries: boolean) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [settled] = useDebouncedValue(draft, 350);
  const [settledWhen] = useDebouncedValue(when, 150);
  const { data } = useQuery(
    api.posts.preflight.queryOptions({
      input: {
        workspaceId,
        ...contentOf(settled),
        ...whenOf(settledWhen),
        ...(postId ? { postId } : {}),
      },
      enabled: !isBlank(settled),
      placeholderData: keepPreviousData,
      gcTime: 5_000,
    }),
  );
  return data && ofSeries ? { ...data, lines: data.lines.filter((line) => !isOfNeighbours(line)) } : data;
}

/** A series is checked at its first time; where that has passed it goes on from now, which is no fault. */
function whenOf(when: WhenChoice): { when?: ScheduleChoice } {
  if (when.kind === 'draft') return {};
  if (when.kind !== 'repeat') return { when };
  const { local, timeZone } = when;
  return instantOf(local, timeZone) <= readNow() ? {} : { when: { kind: 'at', local, timeZone } };
}

export type Preflight = NonNullable<ReturnType<typeof usePreflight>>;
export type PreflightLine = Preflight['lines'][number];
