import { OcmaError } from '../../shared/errors.ts';
import type { systemContract } from '../../shared/contract/system.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { timeZoneDataVersion } from '../time/wall-time.ts';
import { readHealth } from './health.ts';
import type { OperationsDeps } from './operations-deps.ts';

/** The procedures of `system`, all but the event stream. */
export function createSystemHandlers(deps: OperationsDeps) {
  const { db, ports, vault } = deps;
  // Asking the system takes longer than all the rest of `info`, and windows ask often.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const holdReason = () =>
    db.sql<{ reason: string | null }>(`SELECT hold_reason AS reason FROM installation`).get()?.reason ?? null;

  return {
    info: (_caller: Caller, _input: object) => ({
      version: ports.host.version,
      host: ports.host.kind,
      dataDirectory: ports.paths.data,
      now: ports.clock.now(),
      timeZone,
      timeZoneDataVersion: timeZoneDataVersion(),
      vault: vault.state,
      vaultKind: vault.kind,
      firstRun: !deps.firstRunDone(),
      canOpenBrowser: ports.browser.available,
    }),

    health: (_caller: Caller, { workspaceId }: ProcedureInput<(typeof systemContract)['health']>) =>
      readHealth(deps, workspaceId ?? null),

    async unlock(
      _caller: Caller,
      input: ProcedureInput<(typeof systemContract)['unlock']>,
    ): Promise<Record<string, never>> {
      await vault.unlock(input.passphrase);
      deps.changed({ topic: 'health', workspaceId: null, id: null });
      deps.wake('publisher');
      deps.wake('background');
      return {};
    },

    pausePublishing(
      _caller: Caller,
      input: ProcedureInput<(typeof systemContract)['pausePublishing']>,
    ): Record<string, never> {
      db.write(() => {
        if (holdReason() !== null) {
          if (input.paused) return;
          throw new OcmaError('publishing_held');
        }
        db.sql(`UPDATE installation SET paused = :paused`).run({ paused: input.paused ? 1 : 0 });
        deps.changed({ topic: 'health', workspaceId: null, id: null });
        deps.changed({ topic: 'delivery', workspaceId: null, id: null });
        deps.wake('publisher');
      });
      return {};
    },
  };
}
