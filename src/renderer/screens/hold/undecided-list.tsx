import { useQuery } from '@tanstack/react-query';
import type { Delivery } from '../../../shared/models/delivery.ts';
import type { Workspace } from '../../../shared/models/workspace.ts';
import { AccountName } from '../../parts/delivery/account-name.tsx';
import { DeliveryActions } from '../../parts/delivery/delivery-actions.tsx';
import { ProblemNote } from '../../parts/delivery/problem-note.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { When } from '../../parts/when.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { WithinWorkspace } from '../../workspace.tsx';
import { byWorkspace } from './by-workspace.ts';
import classes from './hold-screen.module.css';

/** What only the user can settle, each with its choices; of several workspaces, one after the other under its name. */
export function UndecidedList({ deliveries }: { deliveries: readonly Delivery[] }) {
  const api = useApi();
  const { data: workspaces } = useQuery(api.workspaces.list.queryOptions({ input: {} }));
  const groups = byWorkspace(deliveries, workspaces ?? []);
  return groups.map(({ workspace, deliveries: own }) => (
    <WithinWorkspace key={workspace.id} workspace={workspace}>
      <Group workspace={groups.length > 1 ? workspace : null} deliveries={own} />
    </WithinWorkspace>
  ));
}

function Group({ workspace, deliveries }: { workspace: Workspace | null; deliveries: readonly Delivery[] }) {
  const t = useWords();
  return (
    <>
      {workspace ? <h3 className={classes.workspace}>{workspace.name}</h3> : null}
      <ul className={classes.list}>
        {deliveries.map((delivery) => (
          <li key={delivery.id} className={classes.row}>
            <div className={classes.top}>
              <span className={classes.excerpt} dir="auto">
                {delivery.excerpt === '' ? t('queue.row.imageOnly') : delivery.excerpt}
              </span>
              <StateBadge state={delivery.state} progress={delivery.progress} />
            </div>
            <div className={classes.meta}>
              <AccountName accountId={delivery.accountId} platform={delivery.platform} />
              {delivery.when ? <When at={delivery.when.instant} wall={delivery.when} /> : null}
            </div>
            <ProblemNote delivery={delivery} />
            <DeliveryActions delivery={delivery} />
          </li>
        ))}
      </ul>
    </>
  );
}
