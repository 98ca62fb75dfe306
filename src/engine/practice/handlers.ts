import type { practiceContract } from '../../shared/contract/practice.ts';
import type { Workspace } from '../../shared/models/workspace.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { assertTimeZone } from '../time/wall-time.ts';
import type { PracticeDeps } from './practice-deps.ts';
import { isWanted, remember } from './wanted.ts';

/** The practice network as the screens see it. */
export interface PracticeState {
  readonly running: boolean;
  readonly url: string | null;
  readonly workspace: Workspace | null;
}

export function createPracticeHandlers(deps: PracticeDeps) {
  const { db, ports } = deps;

  const state = (): PracticeState => {
    const { url } = ports.practiceServer;
    return { running: url !== null, url, workspace: deps.findPracticeWorkspace() ?? null };
  };

  return {
    state: (_caller: Caller, _input: object): PracticeState => state(),

    async start(
      _caller: Caller,
      input: ProcedureInput<(typeof practiceContract)['start']>,
    ): Promise<PracticeState> {
      assertTimeZone(input.timeZone);
      await startServer(deps, input.timeZone);
      return state();
    },

    async stop(_caller: Caller, _input: object): Promise<PracticeState> {
      await ports.practiceServer.stop();
      db.write(() => {
        const workspace = deps.findPracticeWorkspace();
        if (workspace !== undefined) remember(db, workspace.id, false, ports.clock.now());
        deps.changed({ topic: 'practice', workspaceId: workspace?.id ?? null, id: null });
      });
      return state();
    },
  };
}

/**
 * Starts the practice network again at the start of the engine, if it ran when the engine was last used; null if it did
 * not. A failure is logged: the rest of the app works without.
 */
export function resumePractice(deps: PracticeDeps): Promise<void> | null {
  const workspace = deps.findPracticeWorkspace();
  if (workspace === undefined || !isWanted(deps.db, workspace.id)) return null;
  return startServer(deps, workspace.timeZone).catch((error: unknown) =>
    deps.ports.log.error({ error: String(error) }, 'the practice network could not be started again'),
  );
}

async function startServer(deps: PracticeDeps, timeZone: string): Promise<void> {
  const { db, ports } = deps;
  const { url } = await ports.practiceServer.start(ports.clock.setting);
  const baseUrl = url.replace(/\/+$/, '');
  const workspace = db.write(() => {
    const made =
      deps.findPracticeWorkspace() ??
      deps.createPracticeWorkspace({ name: deps.words('practice.workspace'), timeZone });
    remember(db, made.id, true, ports.clock.now());
    return made;
  });
  for (const platform of deps.platforms) {
    await deps.setEndpointOverride(workspace.id, platform.name, platform.practiceEndpoints(baseUrl));
  }
  deps.changed({ topic: 'practice', workspaceId: workspace.id, id: null });
}
