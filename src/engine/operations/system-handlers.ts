import { OcmaError } from '../../shared/errors.ts';
import type { systemContract } from '../../shared/contract/system.ts';
import type { Caller, FeatureDeps } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { timeZoneDataVersion } from '../time/wall-time.ts';
import type { Vault } from '../vault/vault.ts';
import type { ThreadState } from '../workers/supervisor.ts';
import { callsSince, troubleLines } from './health-facts.ts';

export interface OperationsDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'words' | 'changed' | 'wake' | 'platformOf'
> {
  readonly vault: Vault;
  readonly firstRunDone: () => boolean;
  readonly threadState: () => ThreadState;
}

const dayMs = 24 * 60 * 60_000;

/** The procedures of `system`, all but the event stream. */
export function createSystemHandlers(deps: OperationsDeps) {
  const { db, ports, vault } = deps;
  // Asking the system takes longer than all the rest of `info`, and windows ask often.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const holdReason = () =>
    db.sql<{ reason: string | null }>(`SELECT hold_reason AS reason FROM installation`).get()?.reason ?? null;
  const isPaused = () => db.sql<{ paused: number }>(`SELECT paused FROM installation`).get()?.paused === 1;

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

    health(_caller: Caller, _input: object) {
      const paused = isPaused();
      const held = holdReason();
      const thread = deps.threadState();
      const publisher = paused ? ('paused' as const) : thread;
      const lines = [
        {
          id: 'publisher',
          status:
            publisher === 'running'
              ? ('ok' as const)
              : publisher === 'paused'
                ? ('warning' as const)
                : ('problem' as const),
          text: deps.words(held === null ? `operations.publisher.${publisher}` : `copies.health.${held}`),
        },
        {
          id: 'vault',
          status: vault.state === 'ready' ? ('ok' as const) : ('warning' as const),
          text: deps.words(`operations.vault.${vault.state}`),
        },
        ...troubleLines(deps),
      ];
      const worst =
        lines.find((line) => line.status === 'problem') ??
        lines.find((line) => line.status === 'warning' && line.id !== 'vault');
      return {
        status:
          worst === undefined
            ? ('green' as const)
            : worst.status === 'problem'
              ? ('red' as const)
              : ('amber' as const),
        sentence: worst?.text ?? deps.words('operations.allWell'),
        publisher,
        lines,
        calls: callsSince(db, ports.clock.now() - dayMs),
      };
    },

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
