import { OcmaError } from '../../shared/errors.ts';
import type { AccountId, PostId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller } from '../feature.ts';
import { readPostOptions } from '../platforms/options/post-options.ts';
import { deliveriesOfPost, getPostRow, insertPost, partsOfPost, updatePost } from './post-store.ts';
import type { PostsDeps } from './posts-deps.ts';
import { preflightOf } from './preflight/preflight.ts';
import { scheduleDelivery } from './schedule.ts';

/**
 * Schedules a post's drafts at the times of a plan, one for each account, in one transaction. The post that is scheduled is
 * with `asCopy` a copy of it for these accounts alone; `labelled`: it did not have the label before.
 * @throws `stale_version`, `wrong_state` for an account at which it is no draft, `time_passed`, and `content_invalid` where
 * something stands in the way
 */
export function scheduleAtTimes(
  deps: PostsDeps,
  caller: Caller,
  planned: {
    readonly postId: PostId;
    readonly version: number;
    readonly asCopy: boolean;
    readonly times: ReadonlyMap<AccountId, WallTime>;
    readonly label: string | null;
  },
): { readonly postId: PostId; readonly labelled: boolean } {
  const { times } = planned;
  const row = getPostRow(deps, caller.workspaceId, planned.postId);
  const content = { parts: partsOfPost(row), options: readPostOptions(row.options) };
  if (row.version !== planned.version)
    throw new OcmaError('stale_version', {}, { details: { version: row.version, parts: content.parts } });
  const passed = [...times.values()].find(({ instant }) => instant < deps.ports.clock.now());
  if (passed !== undefined)
    throw new OcmaError('time_passed', { time: `${passed.local.replace('T', ' ')} (${passed.timeZone})` });
  const costs = new Map<AccountId, number>();
  for (const [accountId, when] of times) {
    const postId = row.id;
    const found = preflightOf(deps, caller, { ...content, accountIds: [accountId], when, postId });
    const errors = found.lines.filter((line) => line.severity === 'error');
    if (errors[0] !== undefined)
      throw new OcmaError('content_invalid', { reason: errors[0].text }, { details: errors });
    costs.set(accountId, found.costs[0]?.costMicros ?? 0);
  }
  return deps.db.write(() => {
    const labels = JSON.parse(row.labels) as string[];
    const { label } = planned;
    const under = label === null || labels.includes(label) ? labels : [...labels, label];
    const id = planned.asCopy
      ? insertPost(deps, caller, {
          ...content,
          accountIds: [...times.keys()],
          labels: under,
          source: caller.actor === 'api' ? 'api' : 'app',
        })
      : row.id;
    if (id === row.id && under !== labels)
      updatePost(deps, caller, id, { version: row.version, labels: under });
    const deliveries = deliveriesOfPost(deps, caller.workspaceId, id);
    for (const [accountId, when] of times) {
      const delivery = deliveries.find((one) => one.accountId === accountId);
      if (delivery?.state !== 'draft')
        throw new OcmaError('wrong_state', { state: delivery?.state ?? 'cancelled' });
      scheduleDelivery(deps, caller, delivery, when, { costMicros: costs.get(accountId) ?? 0 });
    }
    deps.changed({ topic: 'post', workspaceId: caller.workspaceId, id });
    return { postId: id, labelled: under !== labels };
  });
}
