import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';
import { FailureGroup } from './failure-group.tsx';
import { MissedPanel } from './missed-panel.tsx';
import classes from './needs-me-head.module.css';
import { useLeftGroups } from './use-left-groups.ts';

/** What one decision settles for several posts, above the posts themselves. Nothing where each is for itself. */
export function NeedsMeHead({ missed }: { missed: number }) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.queue.deadLetters.queryOptions({ input: { workspaceId } }));
  const { isLeft, leave } = useLeftGroups();
  const groups = (data?.groups ?? []).filter(
    (group) => (group.count > 1 || group.reconnected) && !isLeft(group),
  );
  if (missed === 0 && groups.length === 0) return null;
  return (
    <div className={classes.head}>
      {missed > 0 ? <MissedPanel count={missed} /> : null}
      {groups.map((group) => (
        <FailureGroup key={`${group.code}-${group.accountId}`} group={group} onLeave={() => leave(group)} />
      ))}
    </div>
  );
}
