import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { Ports } from '../ports.ts';
import type { NewId } from '../system/ids.ts';
import type { NewJob, QueueName } from './job.ts';
import { enqueue } from './store.ts';

/** The subject of a job that is about no workspace's rows. */
const installationSubject = 'installation';

interface InstallationJobDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly ports: Pick<Ports, 'clock'>;
  readonly wake: (queue: QueueName) => void;
}

/**
 * Adds a background job of the whole installation, or moves the waiting one of the same subject. A row belongs to a workspace, so it is kept
 * with the first real one. Nothing is added while there is none; joins the caller's transaction.
 */
export function enqueueForInstallation(
  { db, newId, ports, wake }: InstallationJobDeps,
  job: Omit<NewJob, 'workspaceId' | 'queue' | 'subjectId'> & { readonly subjectId?: string },
): void {
  const workspace = db
    .sql<{ id: WorkspaceId }>(`SELECT id FROM workspace WHERE kind = 'real' ORDER BY created_at, id LIMIT 1`)
    .get();
  if (workspace === undefined) return;
  db.write(() => {
    enqueue(
      db,
      newId,
      { subjectId: installationSubject, ...job, workspaceId: workspace.id, queue: 'background' },
      ports.clock.now(),
    );
    wake('background');
  });
}
