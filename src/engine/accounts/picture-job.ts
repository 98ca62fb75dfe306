import { endpoints } from '../../shared/models/account.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { FeatureDeps } from '../feature.ts';
import { isLoopback } from '../http/address.ts';
import { writeAudit } from '../http/audit.ts';
import { fetchPicture } from '../http/fetch-picture.ts';
import type { FetchedPicture } from '../http/fetch-picture.ts';
import type { JobHandler } from '../queue/handler.ts';
import type { Job } from '../queue/job.ts';
import { enqueue } from '../queue/store.ts';
import { discardPicture, writePicture } from './picture-files.ts';

export type PictureDeps = Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'changed' | 'wake'>;

const kind = 'account.picture';

interface Row {
  readonly platform: string;
  readonly state: string;
  readonly avatarUrl: string | null;
  readonly endpoints: string;
  readonly sha256: string | null;
}

/** Asks for an account's picture to be read anew, for whoever has just read its profile; joins the caller's transaction. */
export function wantPicture(
  { db, newId, ports, wake }: PictureDeps,
  account: { readonly id: string; readonly workspaceId: WorkspaceId },
): void {
  const now = ports.clock.now();
  db.write(() => {
    enqueue(
      db,
      newId,
      {
        workspaceId: account.workspaceId,
        queue: 'background',
        kind,
        subjectId: account.id,
        accountId: account.id,
        runAt: now,
        ifWaiting: 'keep_earlier',
      },
      now,
    );
    wake('background');
  });
}

/**
 * Keeps an account's picture on this machine, since the window talks to no network. What cannot be had is left as it
 * was: the next reading of the profile asks again.
 */
export function createPictureHandler(deps: PictureDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind,
    async run(job, signal) {
      const row = rowOf(deps, job);
      if (row === undefined || row.state === 'disconnected') return { kind: 'done' };
      if (row.avatarUrl === null) {
        if (row.sha256 !== null) store(deps, job, null);
        return { kind: 'done' };
      }
      const { api } = endpoints.parse(JSON.parse(row.endpoints));
      const begun = ports.clock.monotonic();
      const fetched = await fetchPicture(ports, row.avatarUrl, { local: isLoopback(new URL(api)), signal });
      note(deps, job, row, fetched, ports.clock.monotonic() - begun);
      if (fetched.kind === 'none') {
        ports.log.debug({ account: job.subjectId, code: fetched.code }, 'a picture could not be read');
        return { kind: 'done' };
      }
      const sha256 = writePicture(db, ports.paths.data, fetched.bytes);
      store(deps, job, { sha256, mimeType: fetched.mimeType });
      return { kind: 'done' };
    },
  };
}

function rowOf({ db }: PictureDeps, { workspaceId, subjectId }: Job): Row | undefined {
  return db
    .sql<Row>(
      `SELECT platform, state, avatar_url AS avatarUrl, endpoints, picture_sha256 AS sha256 FROM account
       WHERE workspace_id = :workspaceId AND id = :subjectId`,
    )
    .get({ workspaceId, subjectId });
}

/** Names the picture in the account's row, and deletes the one that nobody has any more. */
function store(deps: PictureDeps, job: Job, picture: { sha256: string; mimeType: string } | null): void {
  const { db, ports, changed } = deps;
  const { workspaceId, subjectId } = job;
  const before = rowOf(deps, job)?.sha256 ?? null;
  const now = picture?.sha256 ?? null;
  if (before === now) return;
  db.write(() => {
    // The row's version counts what the user or the connection changes; a new picture is neither.
    db.sql(
      `UPDATE account SET picture_sha256 = :sha256, picture_type = :mimeType
       WHERE workspace_id = :workspaceId AND id = :subjectId`,
    ).run({ workspaceId, subjectId, sha256: now, mimeType: picture?.mimeType ?? null });
    changed({ topic: 'account', workspaceId, id: subjectId });
  });
  if (before !== null) discardPicture(db, ports.paths.data, before);
}

/** The line in the list of calls that left the machine. */
function note(deps: PictureDeps, job: Job, row: Row, fetched: FetchedPicture, ms: number): void {
  writeAudit(deps.db, {
    at: deps.ports.clock.now(),
    workspaceId: job.workspaceId,
    accountId: job.subjectId,
    platform: row.platform,
    operation: kind,
    status: fetched.status,
    code: fetched.kind === 'none' ? fetched.code : null,
    ms,
    cache: 'none',
    costMicros: 0,
  });
}
