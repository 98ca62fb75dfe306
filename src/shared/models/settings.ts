import { z } from 'zod';
import { catchUp } from './delivery.ts';

/** A weekly posting slot in the workspace's zone: 1 is Monday, minutes count from midnight. */
export const slot = z.object({ weekday: z.int().min(1).max(7), minute: z.int().min(0).max(1_439) });

/** Settings of one workspace. Money is in micro-dollars; a cap of null means none. */
export const workspaceSettings = z.object({
  slots: z.array(slot).max(200),
  catchUp,
  /** What may be spent at a network in one calendar month (UTC) by this workspace. */
  monthlyCapMicros: z.int().min(0).nullable(),
  notifyPublished: z.boolean(),
  notifyFailed: z.boolean(),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettings>;

/** Settings of the installation. The OpenAI key is write-only and sealed in the vault. */
export const appSettings = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']),
  startAtLogin: z.boolean(),
  closeToTray: z.boolean(),
  openAi: z.object({
    baseUrl: z.url(),
    model: z.string().min(1).max(200),
    hasKey: z.boolean(),
    monthlyBudgetMicros: z.int().min(0),
  }),
  firstRunDone: z.boolean(),
});
export type AppSettings = z.infer<typeof appSettings>;
