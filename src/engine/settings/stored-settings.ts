import type { ZodType } from 'zod';
import type { Database } from '../db/database.ts';
import type { Ports } from '../ports.ts';

/** Where settings are read from. */
export interface SettingsSource {
  readonly db: Database;
  readonly ports: Pick<Ports, 'log'>;
}

/** The workspace id under which the installation's own settings are stored. */
export const installationScope = '';

/** A stored setting; the fallback where there is none, or where what is stored cannot be read (then it is logged). */
export function readSetting<Value>(
  source: SettingsSource,
  workspaceId: string,
  name: string,
  schema: ZodType<Value>,
  fallback: Value,
): Value {
  const row = source.db
    .sql<{ value: string }>(`SELECT value FROM setting WHERE workspace_id = :workspaceId AND name = :name`)
    .get({ workspaceId, name });
  if (row === undefined) return fallback;
  const parsed = schema.safeParse(JSON.parse(row.value));
  if (parsed.success) return parsed.data;
  source.ports.log.warn(
    { workspaceId, setting: name },
    'a stored setting could not be read; its default is used',
  );
  return fallback;
}

/** Stores or replaces a setting; joins the caller's transaction. */
export function writeSetting(
  db: Database,
  workspaceId: string,
  name: string,
  value: unknown,
  now: number,
): void {
  db.write(() =>
    db
      .sql(
        `INSERT INTO setting (workspace_id, name, value, updated_at) VALUES (:workspaceId, :name, :value, :now)
         ON CONFLICT (workspace_id, name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
      )
      .run({ workspaceId, name, value: JSON.stringify(value), now }),
  );
}
