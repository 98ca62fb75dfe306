import { z } from 'zod';
import type { DeliveryState } from '../../shared/models/delivery.ts';
import type { Notice } from '../../shared/models/event.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import { hasWords } from '../words.ts';
import type { NoticesDeps } from './notices-deps.ts';
import type { NoticePayload, PendingNotice } from './pending.ts';

/** What a notice is about, as it stands now. */
export interface Subject {
  /** The handle with its sign; empty where it is about the installation. */
  readonly account: string;
  readonly platform: string;
  readonly platformName: string;
  readonly accountId: string;
  readonly postId: string | null;
  readonly excerpt: string;
  /** Why it needs the user, in a sentence; empty where there is no reason to tell. */
  readonly problem: string;
}

/** A notice that is told, with what it is about. */
export interface Told extends PendingNotice {
  readonly subject: Subject;
}

/** The state in which a delivery still is what its notice says. */
const stillIn: Partial<Record<Notice['kind'], DeliveryState>> = {
  published: 'published',
  failed: 'failed',
  unknown: 'unknown',
  missed: 'missed',
  needs_you: 'needs_you',
  at_risk: 'scheduled',
};

/** Null where it is no longer so, or belongs to another workspace: then there is nothing to tell. */
export function subjectOf(deps: NoticesDeps, workspaceId: WorkspaceId, item: NoticePayload): Subject | null {
  if (item.accountId === '') return installationSubject(deps, item);
  const account = deps.db
    .sql<{ username: string; platform: string; state: string }>(
      `SELECT username, platform, state FROM account WHERE workspace_id = :workspaceId AND id = :accountId`,
    )
    .get({ workspaceId, accountId: item.accountId });
  if (account === undefined) return null;
  if (item.kind === 'account_needs_you' && account.state === 'connected') return null;
  const delivery = item.deliveryId === '' ? undefined : deliveryOf(deps, workspaceId, item.deliveryId);
  if (item.deliveryId !== '' && delivery?.state !== stillIn[item.kind]) return null;
  const named = {
    account: `@${account.username}`,
    platform: deps.platformOf(account.platform).card.title,
  };
  return {
    ...named,
    platformName: account.platform,
    accountId: item.accountId,
    postId: delivery?.postId ?? null,
    excerpt: item.excerpt === '' ? deps.words('notices.noText') : item.excerpt,
    problem: problemSentence(deps, item.code, { ...delivery?.params, ...named }),
  };
}

function installationSubject(deps: NoticesDeps, item: NoticePayload): Subject {
  return {
    account: '',
    platform: '',
    platformName: '',
    accountId: '',
    postId: null,
    excerpt: item.excerpt,
    problem: problemSentence(deps, item.code, {}),
  };
}

function problemSentence(
  deps: NoticesDeps,
  code: string | null,
  params: Readonly<Record<string, string | number>>,
): string {
  if (code === null) return '';
  return deps.words(`errors.${hasWords(`errors.${code}.message`) ? code : 'internal'}.message`, params);
}

const storedProblem = z.object({
  detail: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

function deliveryOf(
  deps: NoticesDeps,
  workspaceId: WorkspaceId,
  id: string,
): { state: DeliveryState; postId: string; params: Record<string, string | number> } | undefined {
  const row = deps.db
    .sql<{
      state: DeliveryState;
      postId: string;
      problem: string | null;
    }>(`SELECT d.state, d.post_id AS postId, d.problem
      FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :workspaceId AND d.id = :id AND p.deleted_at IS NULL`)
    .get({ workspaceId, id });
  if (row === undefined) return undefined;
  const problem = row.problem === null ? {} : storedProblem.parse(JSON.parse(row.problem));
  return { ...row, params: { reason: problem.detail ?? '', ...problem.params } };
}
