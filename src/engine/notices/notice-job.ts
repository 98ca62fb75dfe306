import { z } from 'zod';
import type { WorkspaceSettings } from '../../shared/models/settings.ts';
import { notice as noticeSchema } from '../../shared/models/event.ts';
import type { Notice } from '../../shared/models/event.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobHandler } from '../queue/handler.ts';
import { hasWords } from '../words.ts';

export interface NoticesDeps extends Pick<FeatureDeps, 'db' | 'words' | 'platformOf'> {
  readonly settingsOf: (workspaceId: WorkspaceId) => WorkspaceSettings;
  readonly notify: (notice: Notice) => void;
}

const payloadSchema = z.object({
  kind: noticeSchema.shape.kind,
  /** Empty where it is about the account alone. */
  deliveryId: z.string(),
  accountId: z.string(),
  excerpt: z.string(),
  code: z.string().nullable(),
});
type Payload = z.infer<typeof payloadSchema>;

/** Tells the user what became of a post, if they want to hear it. A job of its own, so that its failure repeats nothing. */
export function createNoticeHandler(deps: NoticesDeps): JobHandler {
  return {
    kind: 'notice',
    run(job) {
      const payload = payloadSchema.parse(JSON.parse(job.payload));
      if (isWanted(deps.settingsOf(job.workspaceId), payload.kind)) {
        const notice = noticeOf(deps, job.workspaceId, payload);
        if (notice !== null) deps.notify(notice);
      }
      return Promise.resolve({ kind: 'done' });
    },
  };
}

function isWanted(settings: WorkspaceSettings, kind: Notice['kind']): boolean {
  return kind === 'published' ? settings.notifyPublished : settings.notifyFailed;
}

function noticeOf(deps: NoticesDeps, workspaceId: WorkspaceId, payload: Payload): Notice | null {
  const { words } = deps;
  const account = deps.db
    .sql<{ username: string; platform: string }>(
      `SELECT username, platform FROM account WHERE workspace_id = :workspaceId AND id = :accountId`,
    )
    .get({ workspaceId, accountId: payload.accountId });
  if (account === undefined) return null;
  const { kind, deliveryId } = payload;
  const named = {
    account: `@${account.username}`,
    platform: deps.platformOf(account.platform).card.title,
    excerpt: payload.excerpt === '' ? words('notices.noText') : payload.excerpt,
  };
  const code =
    payload.code !== null && hasWords(`errors.${payload.code}.message`) ? payload.code : 'internal';
  const problem = words(`errors.${code}.message`, {
    ...problemParams(deps, workspaceId, deliveryId),
    ...named,
  });
  return {
    kind,
    title: words(`notices.${kind}.title`, named),
    body: words(`notices.${kind}.body`, { ...named, problem }),
    actions: [],
    target: deliveryId === '' ? '/accounts' : `/queue?delivery=${encodeURIComponent(deliveryId)}`,
    workspaceId,
  };
}

const storedProblem = z.object({
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** What fills the sentence of a delivery's problem; nothing where it has been settled meanwhile. */
function problemParams(
  deps: NoticesDeps,
  workspaceId: WorkspaceId,
  id: string,
): Readonly<Record<string, string | number>> {
  const row = deps.db
    .sql<{ problem: string | null }>(
      `SELECT problem FROM delivery WHERE workspace_id = :workspaceId AND id = :id`,
    )
    .get({ workspaceId, id });
  if (row?.problem === undefined || row.problem === null) return {};
  return storedProblem.parse(JSON.parse(row.problem)).params ?? {};
}
