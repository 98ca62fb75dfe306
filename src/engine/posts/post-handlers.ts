import { OcmaError } from '../../shared/errors.ts';
import type { ScheduleChoice } from '../../shared/contract/posts.ts';
import type { CatchUp, Delivery } from '../../shared/models/delivery.ts';
import type { AccountId, PostId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Post, PostPart } from '../../shared/models/post.ts';
import type { PostOptions } from '../../shared/models/publish-option.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller, ChosenTimes, NewPost, TimedPost } from '../feature.ts';
import { unscheduleDeliveries } from './back-to-draft.ts';
import { removePost, restorePost } from './bin.ts';
import { viewDeliveries } from './delivery-view.ts';
import { takeBackPost } from './hand-over/take-back.ts';
import { readRisks } from './looking-ahead/risk-store.ts';
import {
  deliveriesOfPost,
  getPostRow,
  insertPost,
  partsOfPost,
  postColumns,
  updatePost,
} from './post-store.ts';
import type { PostRow } from './post-store.ts';
import { assertOwnMedia } from './own-media.ts';
import { readPostOptions } from '../platforms/options/post-options.ts';
import type { PostsDeps } from './posts-deps.ts';
import { preflightOf } from './preflight/preflight.ts';
import { ruleLines } from './preflight/rule-lines.ts';
import { scheduleDelivery, timesOf } from './schedule.ts';
import { searchPosts } from './search.ts';
import { freeSlots } from './slots.ts';
import { timedPost } from './timed-post.ts';

interface Draft {
  readonly parts: readonly PostPart[];
  readonly accountIds: readonly AccountId[];
  readonly labels: readonly string[];
  readonly options: PostOptions;
}
interface Named {
  readonly id: PostId;
}

/** The procedures of `posts`, and what other features may ask of it. */
export function createPostHandlers(deps: PostsDeps) {
  const view = (caller: Caller, id: string): Post => {
    const [post] = viewPosts(deps, caller.workspaceId, [getPostRow(deps, caller.workspaceId, id)]);
    if (post === undefined) throw new OcmaError('not_found', { what: 'post' });
    return post;
  };
  const schedule = (
    caller: Caller,
    id: PostId,
    timesAt: (posts: readonly TimedPost[]) => ChosenTimes,
    catchUp?: CatchUp,
  ): void => {
    const row = getPostRow(deps, caller.workspaceId, id);
    const deliveries = deliveriesOfPost(deps, caller.workspaceId, id).filter((delivery) =>
      ['draft', 'scheduled', 'failed', 'missed', 'needs_you'].includes(delivery.state),
    );
    const accountIds = deliveries.map((delivery) => delivery.accountId);
    const { when, at } = timesAt(deliveries.map((delivery) => timedPost(deps, delivery)));
    const { lines, costs } = preflightOf(deps, caller, {
      parts: partsOfPost(row),
      options: readPostOptions(row.options),
      accountIds,
      when,
      postId: id,
    });
    const errors = lines.filter((line) => line.severity === 'error');
    if (errors[0] !== undefined)
      throw new OcmaError('content_invalid', { reason: errors[0].text }, { details: errors });
    deps.db.write(() => {
      for (const delivery of deliveries) {
        const costMicros = costs.find((cost) => cost.accountId === delivery.accountId)?.costMicros ?? 0;
        scheduleDelivery(deps, caller, delivery, at.get(delivery.accountId) ?? when, {
          costMicros,
          ...(catchUp === undefined ? {} : { catchUp }),
        });
      }
      deps.changed({ topic: 'post', workspaceId: caller.workspaceId, id });
    });
  };

  /** Nothing is asked of a network for a change that is refused here. */
  const takeBackFresh = async (caller: Caller, { id, version }: Named & { version: number }) => {
    const row = getPostRow(deps, caller.workspaceId, id);
    if (row.version !== version)
      throw new OcmaError(
        'stale_version',
        {},
        { details: { version: row.version, parts: partsOfPost(row) } },
      );
    await takeBackPost(deps, caller, id);
  };

  return {
    create(caller: Caller, input: Draft): Post {
      assertOwnMedia(deps, caller.workspaceId, input.parts);
      const source = caller.actor === 'api' ? 'api' : 'app';
      return view(caller, insertPost(deps, caller, { ...input, source }));
    },
    async update(
      caller: Caller,
      input: Named & { version: number } & { [Key in keyof Draft]?: Draft[Key] | undefined },
    ): Promise<Post> {
      await takeBackFresh(caller, input);
      updatePost(deps, caller, input.id, input);
      return view(caller, input.id);
    },
    get: (caller: Caller, input: Named): Post => view(caller, input.id),
    list: (
      caller: Caller,
      input: { state: 'draft' | 'scheduled' | 'done' | 'any'; cursor?: string | undefined; limit: number },
    ) => listPosts(deps, caller, input),
    async remove(caller: Caller, input: Named): Promise<Record<string, never>> {
      await takeBackPost(deps, caller, getPostRow(deps, caller.workspaceId, input.id).id);
      return removePost(deps, caller, input.id);
    },
    restore(caller: Caller, input: Named): Post {
      restorePost(deps, caller, input.id);
      return view(caller, input.id);
    },
    duplicate(caller: Caller, input: Named): Post {
      const post = view(caller, input.id);
      return view(caller, insertPost(deps, caller, { ...post, source: 'app' }));
    },
    preflight(
      caller: Caller,
      input: Draft & { when?: ScheduleChoice | undefined; postId?: PostId | undefined },
    ) {
      const posts = input.accountIds.map((accountId): TimedPost => ({
        postId: input.postId ?? '',
        accountId,
        text: input.parts[0]?.text ?? '',
        labels: input.labels,
      }));
      const times = input.when === undefined ? null : tolerantTimes(deps, caller, input.when, posts);
      const when = times === null || times === 'passed' ? times : times.when;
      const { lines, costs } = preflightOf(deps, caller, { ...input, when, postId: input.postId });
      if (times !== null && times !== 'passed') lines.push(...ruleLines(deps, caller, times, posts, lines));
      return { lines, costs, when: when === 'passed' ? null : when };
    },
    async schedule(
      caller: Caller,
      input: Named & { version: number; when: ScheduleChoice; catchUp?: CatchUp | undefined },
    ): Promise<Post> {
      await takeBackFresh(caller, input);
      schedule(
        caller,
        input.id,
        (posts) => timesOf(deps, caller.workspaceId, input.when, posts),
        input.catchUp,
      );
      return view(caller, input.id);
    },
    async unschedule(caller: Caller, input: Named & { version: number }): Promise<Post> {
      await takeBackPost(deps, caller, getPostRow(deps, caller.workspaceId, input.id).id);
      deps.db.write(() => {
        unscheduleDeliveries(deps, caller, deliveriesOfPost(deps, caller.workspaceId, input.id));
        deps.changed({ topic: 'post', workspaceId: caller.workspaceId, id: input.id });
      });
      return view(caller, input.id);
    },
    slots: (caller: Caller, { count, accountIds }: { count: number; accountIds: readonly AccountId[] }) =>
      freeSlots(deps, caller.workspaceId, count, accountIds.map(unwritten)),
    calendar: (caller: Caller, input: { from: number; to: number }): Delivery[] =>
      viewDeliveries(
        deps,
        caller.workspaceId,
        `d.due_at >= :from AND d.due_at < :to AND d.state <> 'cancelled' ORDER BY d.due_at, d.id LIMIT 2000`,
        input,
      ),
    atRisk: (caller: Caller) => atRisk(deps, caller),
    search: (caller: Caller, input: { query: string; limit: number }) => searchPosts(deps, caller, input),
    /** For imports: writes and, with a time, schedules, in the transaction that is open. */
    createAndSchedule(
      caller: Caller,
      draft: NewPost & { times: ChosenTimes | null; costs: ReadonlyMap<AccountId, number> },
    ): PostId {
      const id = insertPost(deps, caller, draft);
      const { times } = draft;
      if (times === null) return id;
      for (const delivery of deliveriesOfPost(deps, caller.workspaceId, id)) {
        const costMicros = draft.costs.get(delivery.accountId) ?? 0;
        const when = times.at.get(delivery.accountId) ?? times.when;
        scheduleDelivery(deps, caller, delivery, when, { costMicros });
      }
      return id;
    },
    /** For scripts: writes a draft. */
    insert: (caller: Caller, draft: NewPost): PostId => insertPost(deps, caller, draft),
    scheduleAt: (caller: Caller, id: PostId, when: WallTime): void =>
      schedule(caller, id, () => ({ when, at: new Map() })),
  };
}

/** A post of which nothing is known but where it goes. */
const unwritten = (accountId: AccountId): TimedPost => ({ postId: '', accountId, text: '', labels: [] });

/** Deliveries that would not go out as things stand, with what was found. */
function atRisk(deps: PostsDeps, caller: Caller) {
  const risks = readRisks(deps.db, caller.workspaceId);
  const ids = JSON.stringify(risks.map((risk) => risk.deliveryId));
  const views = viewDeliveries(
    deps,
    caller.workspaceId,
    `d.id IN (SELECT value FROM json_each(:ids)) ORDER BY d.due_at, d.id`,
    { ids },
  );
  return views.flatMap((delivery) => {
    const risk = risks.find((candidate) => candidate.deliveryId === delivery.id);
    return risk === undefined ? [] : [{ delivery, checkedAt: risk.checkedAt, lines: [...risk.lines] }];
  });
}

export function viewPosts(deps: PostsDeps, workspaceId: WorkspaceId, rows: readonly PostRow[]): Post[] {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const deliveries = viewDeliveries(
    deps,
    workspaceId,
    `d.post_id IN (SELECT value FROM json_each(:ids)) ORDER BY d.created_at, d.id`,
    { ids },
  );
  return rows.map((row) => {
    const own = deliveries.filter((delivery) => delivery.postId === row.id);
    const chosen = own.filter((delivery) => delivery.state !== 'cancelled');
    return {
      id: row.id,
      workspaceId: row.workspaceId,
      parts: partsOfPost(row),
      options: readPostOptions(row.options),
      labels: JSON.parse(row.labels) as string[],
      accountIds: chosen.map((delivery) => delivery.accountId),
      when: chosen.find((delivery) => delivery.when !== null)?.when ?? null,
      deliveries: own,
      source: row.source,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      version: row.version,
    };
  });
}

const sections = {
  any: '1 = 1',
  draft: `NOT EXISTS (SELECT 1 FROM delivery d WHERE d.post_id = p.id AND d.state NOT IN ('draft', 'cancelled'))`,
  scheduled: `EXISTS (SELECT 1 FROM delivery d WHERE d.post_id = p.id AND d.state IN ('scheduled', 'publishing', 'with_network'))`,
  done: `EXISTS (SELECT 1 FROM delivery d WHERE d.post_id = p.id AND d.state = 'published')`,
} as const;

function listPosts(
  deps: PostsDeps,
  caller: Caller,
  input: { state: keyof typeof sections; cursor?: string | undefined; limit: number },
) {
  const [beforeAt, beforeId] = input.cursor?.split(':') ?? [];
  const rows = deps.db
    .sql<PostRow>(`SELECT ${postColumns} FROM post p WHERE p.workspace_id = :workspaceId AND p.deleted_at IS NULL AND ${sections[input.state]}
      AND (:beforeAt IS NULL OR (p.updated_at, p.id) < (:beforeAt, :beforeId)) ORDER BY p.updated_at DESC, p.id DESC LIMIT :limit`)
    .all({
      workspaceId: caller.workspaceId,
      beforeAt: beforeAt === undefined ? null : Number(beforeAt),
      beforeId: beforeId ?? null,
      limit: input.limit + 1,
    });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    posts: viewPosts(deps, caller.workspaceId, page),
    next: rows.length > page.length && last !== undefined ? `${last.updatedAt}:${last.id}` : null,
  };
}

/** For a preview: a time that has passed becomes a line of it, not an error. */
function tolerantTimes(
  deps: PostsDeps,
  { workspaceId }: Caller,
  choice: ScheduleChoice,
  posts: readonly TimedPost[],
): ChosenTimes | 'passed' | null {
  try {
    return timesOf(deps, workspaceId, choice, posts);
  } catch (error) {
    if (!(error instanceof OcmaError)) throw error;
    if (error.code === 'time_passed') return 'passed';
    if (error.code === 'not_found') return null;
    throw error;
  }
}
