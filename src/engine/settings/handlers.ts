import type { ModelSpending, settingsContract } from '../../shared/contract/settings.ts';
import type { AppSettings, WorkspaceSettings } from '../../shared/models/settings.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Caller, FeatureDeps } from '../feature.ts';
import { isSafeAddress } from '../http/address.ts';
import { monthOf, readModelSpending, readSpending } from '../http/spending.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import type { Vault } from '../vault/vault.ts';
import { readAppSettings, writeAppSettings } from './app-settings.ts';
import { prepareForOpenAiKey, storeOpenAiKey } from './openai-key.ts';
import { readWorkspaceSettings, writeWorkspaceSettings } from './workspace-settings.ts';

export interface SettingsDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'changed'> {
  readonly vault: Vault;
}

type Procedures = typeof settingsContract;

/** What a workspace has spent in the running month (UTC), with its cap; all in micro-dollars. */
export interface Spending {
  readonly month: string;
  readonly spentMicros: number;
  readonly reservedMicros: number;
  readonly capMicros: number | null;
}

export function createSettingsHandlers(deps: SettingsDeps) {
  const { db, vault, ports } = deps;

  return {
    app: (_caller: Caller, _input: object): AppSettings => readAppSettings(deps),

    async updateApp(_caller: Caller, input: ProcedureInput<Procedures['updateApp']>): Promise<AppSettings> {
      const { key, baseUrl = readAppSettings(deps).openAi.baseUrl } = input.openAi ?? {};
      assertSafeAddress(baseUrl);
      if (key !== undefined && key !== '') await prepareForOpenAiKey(vault);
      db.write(() => {
        writeAppSettings(deps, input, ports.clock.now());
        if (key !== undefined) storeOpenAiKey(vault, baseUrl, key.trim());
        deps.changed({ topic: 'settings', workspaceId: null, id: null });
      });
      return readAppSettings(deps);
    },

    workspace: (caller: Caller, _input: object): WorkspaceSettings =>
      readWorkspaceSettings(deps, caller.workspaceId),

    updateWorkspace(caller: Caller, input: ProcedureInput<Procedures['updateWorkspace']>): WorkspaceSettings {
      const { workspaceId } = caller;
      db.write(() => {
        writeWorkspaceSettings(db, workspaceId, input, ports.clock.now());
        deps.changed({ topic: 'settings', workspaceId, id: null });
      });
      return readWorkspaceSettings(deps, workspaceId);
    },

    spending(caller: Caller, _input: object): Spending {
      const month = monthOf(ports.clock.now());
      return {
        month,
        ...readSpending(db, caller.workspaceId, month),
        capMicros: readWorkspaceSettings(deps, caller.workspaceId).monthlyCapMicros,
      };
    },

    modelSpending(_caller: Caller, _input: object): ModelSpending {
      const month = monthOf(ports.clock.now());
      const budgetMicros = readAppSettings(deps).openAi.monthlyBudgetMicros;
      return { month, spentMicros: readModelSpending(db, month), budgetMicros };
    },
  };
}

/** A key travels over TLS, or stays on this machine. */
function assertSafeAddress(address: string): void {
  if (!isSafeAddress(new URL(address))) throw new OcmaError('invalid_input', { what: 'openAi.baseUrl' });
}
