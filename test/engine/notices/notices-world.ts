import { createNoticeHandlers } from '../../../src/engine/notices/notice-job.ts';
import type { NoticePayload } from '../../../src/engine/notices/pending.ts';
import { createRunner } from '../../../src/engine/queue/runner.ts';
import { enqueue } from '../../../src/engine/queue/store.ts';
import { defaultWorkspaceSettings } from '../../../src/engine/settings/workspace-settings.ts';
import type { DeliveryState } from '../../../src/shared/models/delivery.ts';
import type { Notice } from '../../../src/shared/models/event.ts';
import type { AccountId, WorkspaceId } from '../../../src/shared/models/ids.ts';
import type { QuietHours } from '../../../src/shared/models/settings.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';

/** The jobs that tell, over a real file, with all that they told. */
export async function startNotices(
  given: { settings?: typeof defaultWorkspaceSettings; quietHours?: QuietHours } = {},
) {
  const world = await createFeatureWorld();
  const workspaceId = addWorkspace(world);
  const accountId = addAccount(world, workspaceId);
  const notices: Notice[] = [];
  const handlers = createNoticeHandlers({
    ...world.deps,
    settingsOf: () => given.settings ?? defaultWorkspaceSettings,
    quietHours: () => given.quietHours ?? null,
    machineZone: () => 'Europe/Berlin',
    notify: (notice) => notices.push(notice),
  });
  const runner = createRunner({
    ...world.deps,
    queue: 'background',
    holder: 'test',
    handlers: new Map(handlers.map((handler) => [handler.kind, handler])),
    limits: { overall: 8, perPlatform: 8, perAccount: 8 },
  });
  return {
    world,
    notices,
    workspaceId,
    accountId,
    delivery: (state: DeliveryState, account: AccountId = accountId) =>
      addDelivery(world, workspaceId, account, state),
    tell(payload: Partial<NoticePayload> & Pick<NoticePayload, 'kind'>, workspace = workspaceId) {
      const { db, newId } = world.deps;
      const filled = { deliveryId: '', accountId, excerpt: '', code: null, ...payload };
      enqueue(
        db,
        newId,
        {
          workspaceId: workspace,
          queue: 'background',
          kind: 'notice',
          subjectId: newId('subject'),
          payload: filled,
          runAt: world.clock.now(),
        },
        world.clock.now(),
      );
    },
    drain: () => runner.drain(),
    /** Lets what was asked for be told. */
    async gather(ms = 10_000) {
      await runner.drain();
      world.clock.advance(ms);
      await runner.drain();
    },
  };
}

function addDelivery(
  { deps }: Awaited<ReturnType<typeof createFeatureWorld>>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  state: DeliveryState,
): string {
  const now = deps.ports.clock.now();
  const [postId, id] = [deps.newId('pst'), deps.newId('dlv')];
  const problem = ['failed', 'unknown', 'missed'].includes(state)
    ? JSON.stringify({ code: 'unavailable', detail: '', at: now })
    : null;
  deps.db.write(() => {
    deps.db
      .sql(`INSERT INTO post (id, workspace_id, parts, search_text, source, actor, created_at, updated_at)
        VALUES (:postId, :workspaceId, '[]', '', 'app', 'user', :now, :now)`)
      .run({ postId, workspaceId, now });
    deps.db
      .sql(`INSERT INTO delivery (id, workspace_id, post_id, account_id, state, due_at, due_local, due_zone, catch_up, problem, published_at, created_at, updated_at)
        VALUES (:id, :workspaceId, :postId, :accountId, :state, :now, '2026-11-22T13:00', 'Europe/Berlin', '{"rule":"ask"}', :problem, :publishedAt, :now, :now)`)
      .run({
        id,
        workspaceId,
        postId,
        accountId,
        state,
        problem,
        publishedAt: state === 'published' ? now : null,
        now,
      });
  });
  return id;
}
