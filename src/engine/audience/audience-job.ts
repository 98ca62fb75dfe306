import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { FeatureDeps } from '../feature.ts';
import type { AccountHttp, Failure, FailureCode } from '../http/call.ts';
import type { AudienceReadings } from '../platforms/audience.ts';
import type { JobHandler } from '../queue/handler.ts';
import { periodicOutcome } from '../queue/periodic-outcome.ts';
import { enqueue } from '../queue/store.ts';
import { connectedAccounts, followedAccount, hindranceOf } from './followed-account.ts';
import type { FollowedAccount } from './followed-account.ts';
import { noteReading, storeCountries, storeOnline } from './reading-store.ts';
import type { AudiencePart } from './reading-store.ts';

const kind = 'audience.read';
const dayMs = 24 * 60 * 60_000;

type Scheduling = Pick<FeatureDeps, 'db' | 'newId' | 'ports' | 'wake' | 'platformOf'>;

interface AudienceJobDeps extends Scheduling, Pick<FeatureDeps, 'changed'> {
  readonly httpOf: (accountId: string) => AccountHttp;
}

/** Reads once a day what a network tells of an account's followers. */
export function createAudienceJob(deps: AudienceJobDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind,
    async run(job) {
      const account = followedAccount(db, job.workspaceId, job.subjectId);
      if (account?.state !== 'connected') return { kind: 'done' };
      const platform = deps.platformOf(account.platform);
      if (platform.audience === undefined) return { kind: 'done' };
      const hindrance = hindranceOf(platform, account);
      for (const part of partsOf(platform.audience)) {
        if (hindrance !== null) {
          note(deps, account, part, hindrance);
          continue;
        }
        const failure = await read(deps, account, platform.audience, part);
        if (failure === null) continue;
        note(deps, account, part, failure.code);
        if (!ofTheQuestion.has(failure.code)) return periodicOutcome(failure, job, ports.clock.now(), dayMs);
      }
      return { kind: 'again', at: ports.clock.now() + dayMs };
    },
  };
}

/** Has an account's followers read now, or where that is planned already leaves it; for accounts that were just connected. */
export function readAudience(
  deps: Scheduling,
  { id, workspaceId }: { readonly id: AccountId; readonly workspaceId: WorkspaceId },
): void {
  const account = followedAccount(deps.db, workspaceId, id);
  if (account?.state === 'connected') plan(deps, account);
}

/** Sees at the start of the engine that each connected account of which something is told has its job. */
export function ensureAudienceReadings(deps: Scheduling): void {
  for (const account of connectedAccounts(deps.db)) {
    const waits = deps.db
      .sql(
        `SELECT 1 FROM job WHERE workspace_id = :workspaceId AND kind = :kind AND subject_id = :id AND finished_at IS NULL`,
      )
      .get({ kind, id: account.id, workspaceId: account.workspaceId });
    if (waits === undefined) plan(deps, account);
  }
}

function plan(deps: Scheduling, { id, workspaceId, platform }: FollowedAccount): void {
  if (deps.platformOf(platform).audience === undefined) return;
  const now = deps.ports.clock.now();
  deps.db.write(() => {
    enqueue(
      deps.db,
      deps.newId,
      {
        workspaceId,
        queue: 'background',
        kind,
        subjectId: id,
        platform,
        accountId: id,
        payload: {},
        runAt: now,
        ifWaiting: 'keep_earlier',
      },
      now,
    );
    deps.wake('background');
  });
}

/** What is said against one question, and nothing of the account or of the network as a whole. */
const ofTheQuestion: ReadonlySet<FailureCode> = new Set([
  'scope_missing',
  'content_rejected',
  'media_invalid',
  'platform_refused',
  'platform_changed',
]);

const partsOf = ({ online, countries }: AudienceReadings): readonly AudiencePart[] => [
  ...(online === undefined ? [] : (['online'] as const)),
  ...(countries === undefined ? [] : (['countries'] as const)),
];

async function read(
  deps: AudienceJobDeps,
  account: FollowedAccount,
  { online, countries }: AudienceReadings,
  part: AudiencePart,
): Promise<Failure | null> {
  const http = deps.httpOf(account.id);
  const asked = deps.ports.clock.now();
  if (part === 'online') {
    const answer = await online?.read(http, account.ref, asked);
    if (answer?.ok !== true) return answer?.failure ?? null;
    const days = answer.data;
    note(deps, account, part, days.length === 0 ? 'nothing_told' : null, () =>
      storeOnline(deps.db, account, days),
    );
    return null;
  }
  const answer = await countries?.read(http, account.ref, asked);
  if (answer?.ok !== true) return answer?.failure ?? null;
  const told = answer.data;
  note(deps, account, part, told.length === 0 ? 'nothing_told' : null, (at) => {
    if (told.length > 0) storeCountries(deps.db, account, at, told);
  });
  return null;
}

/** Writes how a part was read, and what was told, in one transaction. */
function note(
  { db, ports, changed }: AudienceJobDeps,
  account: FollowedAccount,
  part: AudiencePart,
  trouble: string | null,
  store: (at: number) => void = () => undefined,
): void {
  const at = ports.clock.now();
  db.write(() => {
    store(at);
    noteReading(db, account, part, at, trouble);
    changed({ topic: 'metrics', workspaceId: account.workspaceId, id: account.id });
  });
}
