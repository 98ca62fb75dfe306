import { join } from 'node:path';
import { z } from 'zod';
import { Stored } from '../stored.ts';

const settingsSchema = z.strictObject({
  /** Google has not audited the project: every upload is private. */
  forcePrivate: z.boolean(),
  /** The consent screen is in testing: refresh tokens end after seven days. */
  testing: z.boolean(),
  dataApiEnabled: z.boolean(),
  analyticsApiEnabled: z.boolean(),
  /** Uploads that a channel may make in 24 hours. */
  uploadsADay: z.int().min(0),
});
export type SettingsDocument = z.infer<typeof settingsSchema>;

/** What the control endpoint takes: some of the settings. */
export const settingsChange = settingsSchema.partial();

/** How Google has set up the project of the app, as a test or a user wants it. */
export class Settings {
  readonly #stored: Stored<SettingsDocument>;
  #now: SettingsDocument;

  constructor(dataDirectory: string) {
    this.#stored = new Stored(join(dataDirectory, 'youtube-settings.json'), settingsSchema, {
      forcePrivate: false,
      testing: false,
      dataApiEnabled: true,
      analyticsApiEnabled: true,
      uploadsADay: 100,
    });
    this.#now = this.#stored.read();
  }

  get now(): SettingsDocument {
    return this.#now;
  }

  change(some: z.infer<typeof settingsChange>): void {
    this.#now = settingsSchema.parse({ ...this.#now, ...some });
    this.#stored.write(this.#now);
  }
}
