import type { z } from 'zod';
import type { metricsContract } from '../../shared/contract/metrics.ts';
import type { scriptsContract } from '../../shared/contract/scripts.ts';
import type { BestTimes } from '../../shared/contract/timing.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Account } from '../../shared/models/account.ts';
import type { AccountId, PostId } from '../../shared/models/ids.ts';
import type { Post } from '../../shared/models/post.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller, FeatureDeps, NewPost } from '../feature.ts';
import type { HandlersOf, ProcedureInput } from '../procedure-input.ts';
import { wallTimeAt } from '../time/wall-time.ts';
import { accountsFor } from './which-account.ts';

type Procedures = typeof scriptsContract;
type Metrics<Name extends 'accounts' | 'posts'> = z.input<
  (typeof metricsContract)[Name]['~orpc']['outputSchema'] & z.ZodType
>;

/** What the fixed REST calls are made of: procedures of other features, handed in by engine.ts. */
export interface ScriptsDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'words' | 'platformOf'> {
  readonly accounts: (caller: Caller) => readonly Account[];
  readonly connect: HandlersOf<Procedures>['connect'];
  readonly accountMetrics: (
    caller: Caller,
    input: ProcedureInput<Procedures['metrics']>,
  ) => Metrics<'accounts'>;
  readonly bestTimes: (caller: Caller, input: { accountId: AccountId }) => Promise<BestTimes>;
  readonly postMetrics: (caller: Caller, input: ProcedureInput<Procedures['metrics']>) => Metrics<'posts'>;
  readonly createPost: (caller: Caller, draft: NewPost) => PostId;
  readonly scheduleAt: (caller: Caller, id: PostId, when: WallTime) => void;
  readonly getPost: (caller: Caller, input: { id: PostId }) => Post;
  readonly zoneOf: (caller: Caller) => string;
}

/** The REST calls whose paths and shapes are fixed, because users' scripts rely on them. */
export function createScriptsHandlers(deps: ScriptsDeps) {
  return {
    connect: deps.connect,

    metrics(caller: Caller, input: ProcedureInput<Procedures['metrics']>) {
      const platform = input.platform === undefined ? undefined : deps.platformOf(input.platform).name;
      const accountId =
        platform === undefined || input.accountId !== undefined
          ? input.accountId
          : onlyAccount(deps, caller, platform);
      const about = { ...input, platform, accountId };
      return { ...deps.accountMetrics(caller, about), posts: deps.postMetrics(caller, about) };
    },

    async bestTimes(caller: Caller, input: ProcedureInput<Procedures['bestTimes']>) {
      const platform = deps.platformOf(input.platform).name;
      assertOwn(deps, caller, input.accountId === undefined ? [] : [input.accountId]);
      const accountId = input.accountId ?? onlyAccount(deps, caller, platform);
      const { status, have, need, text, zone, slots } = await deps.bestTimes(caller, { accountId });
      return {
        status: status === 'clear' ? ('ready' as const) : status,
        have,
        need,
        text,
        zone,
        slots: slots.map(({ weekday, hour, gain, low, high, posts }) => ({
          weekday,
          hour,
          gain,
          low,
          high,
          posts,
        })),
      };
    },

    schedule(caller: Caller, input: ProcedureInput<Procedures['schedule']>) {
      const instant =
        typeof input.scheduledAt === 'number' ? input.scheduledAt : Date.parse(input.scheduledAt);
      if (instant < deps.ports.clock.now())
        throw new OcmaError('time_passed', { time: new Date(instant).toISOString() });
      assertOwn(deps, caller, input.accountIds ?? []);
      const accountIds = input.platforms.flatMap((name) =>
        targetsOf(deps, caller, deps.platformOf(name).name, input.accountIds),
      );
      const parts = [{ text: input.content, media: [] }];
      const id = deps.createPost(caller, { parts, accountIds, labels: [], source: 'api' });
      deps.scheduleAt(caller, id, wallTimeAt(instant, deps.zoneOf(caller)));
      return { postId: id, deliveries: deps.getPost(caller, { id }).deliveries };
    },
  };
}

/** @throws `not_found` where one of these accounts is not the workspace's. */
function assertOwn(deps: ScriptsDeps, caller: Caller, named: readonly AccountId[]): void {
  if (named.length === 0) return;
  const own = new Set(deps.accounts(caller).map(({ id }) => id));
  if (!named.every((id) => own.has(id))) throw new OcmaError('not_found', { what: 'account' });
}

function onlyAccount(deps: ScriptsDeps, caller: Caller, platform: string): AccountId {
  const [id] = targetsOf(deps, caller, platform, undefined);
  if (id === undefined)
    throw new OcmaError('not_connected', { account: deps.platformOf(platform).card.title });
  return id;
}

function targetsOf(
  deps: ScriptsDeps,
  caller: Caller,
  platform: string,
  named: readonly AccountId[] | undefined,
): AccountId[] {
  return accountsFor(deps.accounts(caller), { platform, title: deps.platformOf(platform).card.title, named });
}
