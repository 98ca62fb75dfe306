import type { z } from 'zod';
import { assistRequest } from '../../../../../src/shared/contract/assist.ts';
import type { AssistAnswer, AssistEvent } from '../../../../../src/shared/models/assist.ts';
import type { WorkspaceId } from '../../../../../src/shared/models/ids.ts';
import type { ContentDeps } from '../../../../../src/engine/content/answering/content-deps.ts';
import { createAssist } from '../../../../../src/engine/content/assist/assist.ts';
import { createAssistHandlers } from '../../../../../src/engine/content/assist/handlers.ts';
import { defaultAppSettings } from '../../../../../src/engine/settings/app-settings.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../../../support/feature.ts';

/** A question without its workspace. */
export type Asked = Omit<z.input<typeof assistRequest>, 'workspaceId'>;

/** The optimiser on a real file, asking a server on loopback. */
export async function startAssist(
  baseUrl: string | null,
  changes: Partial<ContentDeps> & {
    readonly moderate?: boolean;
    readonly budget?: number;
    /** What the settings name; questions go to `baseUrl` all the same. */
    readonly named?: string;
  } = {},
) {
  const { moderate = false, budget = 1_000_000, named, ...deps } = changes;
  const world = await createFeatureWorld({
    fetch: (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      return fetch(`${new URL(baseUrl ?? 'http://127.0.0.1:1').origin}${pathname}`, init);
    },
  });
  const workspaceId = addWorkspace(world);
  const accountId = addAccount(world, workspaceId);
  const content: ContentDeps = {
    ...world.deps,
    openAiSettings: () => ({
      ...defaultAppSettings.openAi,
      baseUrl: named ?? baseUrl ?? defaultAppSettings.openAi.baseUrl,
      monthlyBudgetMicros: budget,
      moderate,
    }),
    openAiKey: () => Promise.resolve(baseUrl === null ? null : 'test-key'),
    predictionOf: () => null,
    renderPicture: () => Promise.resolve(null),
    risingTopics: () => ({ own: [], network: [], networkReadAt: null }),
    ...deps,
  };
  const handlers = createAssistHandlers(content, createAssist(content));
  const caller = { workspaceId, actor: 'user' };
  const inputOf = (asked: Asked) => assistRequest.parse(asked);
  const run = async (asked: Asked, signal?: AbortSignal): Promise<AsyncIterableIterator<AssistEvent>> =>
    (await handlers.run(caller, inputOf(asked), { signal })) as AsyncIterableIterator<AssistEvent>;
  return {
    world,
    content,
    db: world.deps.db,
    clock: world.clock,
    workspaceId: workspaceId satisfies WorkspaceId,
    accountId,
    run,
    ask: async (asked: Asked, signal?: AbortSignal): Promise<AssistAnswer> =>
      await handlers.ask(caller, inputOf(asked), { signal }),
    preview: async (asked: Asked) => await handlers.preview(caller, inputOf(asked), { signal: undefined }),
    toneGuide: () => handlers.toneGuide(caller, { accountId }, { signal: undefined }),
    /** All events of one question. */
    async events(asked: Asked): Promise<AssistEvent[]> {
      const events: AssistEvent[] = [];
      for await (const event of await run(asked)) events.push(event);
      return events;
    },
    spending: () =>
      world.deps.db
        .sql<{ operation: string; micros: number; state: string }>(
          `SELECT operation, micros, state FROM spending ORDER BY id`,
        )
        .all(),
    calls: () =>
      world.deps.db
        .sql<{ operation: string; status: number | null; cost: number }>(
          `SELECT operation, status, cost_micros AS cost FROM http_audit ORDER BY rowid`,
        )
        .all(),
  };
}
