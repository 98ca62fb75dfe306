import { slot, workspaceSettings } from '../../shared/models/settings.ts';
import type { WorkspaceSettings } from '../../shared/models/settings.ts';
import type { Workspace } from '../../shared/models/workspace.ts';
import type { Database } from '../db/database.ts';
import { defaultCapMicros } from '../http/spending.ts';
import { readSetting, writeSetting } from './stored-settings.ts';
import type { SettingsSource } from './stored-settings.ts';

type Slot = WorkspaceSettings['slots'][number];

const weekdays = [1, 2, 3, 4, 5] as const;
/** 09:20, 12:30 and 17:10, as minutes from midnight. */
const minutes = [560, 750, 1_030] as const;

/** What holds for a workspace until the user says otherwise. The cap is ten US dollars. */
export const defaultWorkspaceSettings: WorkspaceSettings = {
  slots: weekdays.flatMap((weekday) => minutes.map((minute) => ({ weekday, minute }))),
  catchUp: { rule: 'publish_within', minutes: 120 },
  monthlyCapMicros: defaultCapMicros,
  notifyPublished: true,
  notifyFailed: true,
};

const { shape } = workspaceSettings;

/** A workspace's settings, with the default for each that was never set or cannot be read. */
export function readWorkspaceSettings(source: SettingsSource, workspaceId: string): WorkspaceSettings {
  const fallback = defaultWorkspaceSettings;
  return {
    slots: readSetting(source, workspaceId, 'slots', shape.slots, fallback.slots),
    catchUp: readSetting(source, workspaceId, 'catchUp', shape.catchUp, fallback.catchUp),
    monthlyCapMicros: readSetting(
      source,
      workspaceId,
      'monthlyCapMicros',
      shape.monthlyCapMicros,
      fallback.monthlyCapMicros,
    ),
    notifyPublished: readSetting(
      source,
      workspaceId,
      'notifyPublished',
      shape.notifyPublished,
      fallback.notifyPublished,
    ),
    notifyFailed: readSetting(source, workspaceId, 'notifyFailed', shape.notifyFailed, fallback.notifyFailed),
  };
}

/** The cap of the practice workspace: its money is not real, and a first import shall fit. */
const practiceCapMicros = 100_000_000;

/** Writes what a new workspace starts with where it must be stored from the first moment; joins the caller's transaction. */
export function writeInitialSettings(
  db: Database,
  workspace: Pick<Workspace, 'id' | 'kind'>,
  now: number,
): void {
  const real = workspace.kind === 'real';
  const monthlyCapMicros = real ? defaultWorkspaceSettings.monthlyCapMicros : practiceCapMicros;
  writeWorkspaceSettings(db, workspace.id, { monthlyCapMicros }, now);
}

/** Stores the settings that are given; joins the caller's transaction. Slots are kept in the week's order, each once. */
export function writeWorkspaceSettings(
  db: Database,
  workspaceId: string,
  given: { readonly [Name in keyof WorkspaceSettings]?: WorkspaceSettings[Name] | undefined },
  now: number,
): void {
  const { slots, catchUp, monthlyCapMicros, notifyPublished, notifyFailed } = given;
  const stored = {
    slots: slots && inOrder(slots),
    catchUp,
    monthlyCapMicros,
    notifyPublished,
    notifyFailed,
  };
  db.write(() => {
    for (const [name, value] of Object.entries(stored)) {
      if (value !== undefined) writeSetting(db, workspaceId, name, value, now);
    }
  });
}

function inOrder(slots: readonly Slot[]): Slot[] {
  const byTime = new Map(slots.map((one) => [one.weekday * 1_440 + one.minute, slot.parse(one)]));
  return [...byTime.entries()].sort(([left], [right]) => left - right).map(([, one]) => one);
}
