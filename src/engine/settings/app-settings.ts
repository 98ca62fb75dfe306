import { appSettings, concurrency } from '../../shared/models/settings.ts';
import type { AppSettings, Concurrency } from '../../shared/models/settings.ts';
import { isLoopback } from '../http/address.ts';
import { hasOpenAiKey } from './openai-key.ts';
import { installationScope, readSetting, writeSetting } from './stored-settings.ts';
import type { SettingsSource } from './stored-settings.ts';

/** What holds for the installation until the user says otherwise. The budget is five US dollars a month. */
export const defaultAppSettings: AppSettings = {
  colorScheme: 'auto',
  startAtLogin: false,
  closeToTray: true,
  openAi: {
    baseUrl: 'https://api.openai.com/v1',
    model: 'gpt-6.1-terra',
    hasKey: false,
    needsKey: true,
    monthlyBudgetMicros: 5_000_000,
    moderate: false,
  },
  concurrency: { overall: 64, perPlatform: 32, perAccount: 1, platforms: {}, accounts: {} },
  keepAwake: 'ask',
  quietHours: null,
  firstRunDone: false,
};

const { shape } = appSettings;
const openAiShape = shape.openAi.shape;

/** The installation's settings, with the default for each that was never set or cannot be read. */
export function readAppSettings(source: SettingsSource): AppSettings {
  const own = installationScope;
  const fallback = defaultAppSettings;
  const baseUrl = readSetting(
    source,
    own,
    'openAi.baseUrl',
    openAiShape.baseUrl,
    defaultAppSettings.openAi.baseUrl,
  );
  return {
    colorScheme: readSetting(source, own, 'colorScheme', shape.colorScheme, fallback.colorScheme),
    startAtLogin: readSetting(source, own, 'startAtLogin', shape.startAtLogin, fallback.startAtLogin),
    closeToTray: readSetting(source, own, 'closeToTray', shape.closeToTray, fallback.closeToTray),
    openAi: {
      baseUrl,
      model: readSetting(source, own, 'openAi.model', openAiShape.model, fallback.openAi.model),
      hasKey: hasOpenAiKey(source.db, baseUrl),
      needsKey: !isLoopback(new URL(baseUrl)),
      monthlyBudgetMicros: readSetting(
        source,
        own,
        'openAi.monthlyBudgetMicros',
        openAiShape.monthlyBudgetMicros,
        fallback.openAi.monthlyBudgetMicros,
      ),
      moderate: readSetting(source, own, 'openAi.moderate', openAiShape.moderate, fallback.openAi.moderate),
    },
    concurrency: readSetting(source, own, 'concurrency', shape.concurrency, fallback.concurrency),
    keepAwake: readSetting(source, own, 'keepAwake', shape.keepAwake, fallback.keepAwake),
    quietHours: readSetting(source, own, 'quietHours', shape.quietHours, fallback.quietHours),
    firstRunDone: readSetting(source, own, 'firstRunDone', shape.firstRunDone, fallback.firstRunDone),
  };
}

/** What of the installation's settings is stored as it is; the key goes to the vault instead. */
export interface AppSettingsChange {
  readonly colorScheme?: AppSettings['colorScheme'] | undefined;
  readonly startAtLogin?: boolean | undefined;
  readonly closeToTray?: boolean | undefined;
  readonly firstRunDone?: boolean | undefined;
  readonly concurrency?: { readonly [Key in keyof Concurrency]?: Concurrency[Key] | undefined } | undefined;
  readonly keepAwake?: AppSettings['keepAwake'] | undefined;
  readonly quietHours?: AppSettings['quietHours'] | undefined;
  readonly openAi?:
    | {
        readonly baseUrl?: string | undefined;
        readonly model?: string | undefined;
        readonly monthlyBudgetMicros?: number | undefined;
        readonly moderate?: boolean | undefined;
      }
    | undefined;
}

/** Stores the settings that are given, what is missing of a group as it was; joins the caller's transaction. */
export function writeAppSettings(source: SettingsSource, given: AppSettingsChange, now: number): void {
  const { db } = source;
  const stored = {
    colorScheme: given.colorScheme,
    startAtLogin: given.startAtLogin,
    closeToTray: given.closeToTray,
    firstRunDone: given.firstRunDone,
    concurrency:
      given.concurrency === undefined
        ? undefined
        : concurrency.parse({ ...readAppSettings(source).concurrency, ...given.concurrency }),
    keepAwake: given.keepAwake,
    quietHours: given.quietHours,
    'openAi.baseUrl': given.openAi?.baseUrl,
    'openAi.model': given.openAi?.model,
    'openAi.monthlyBudgetMicros': given.openAi?.monthlyBudgetMicros,
    'openAi.moderate': given.openAi?.moderate,
  };
  db.write(() => {
    for (const [name, value] of Object.entries(stored)) {
      if (value !== undefined) writeSetting(db, installationScope, name, value, now);
    }
  });
}
