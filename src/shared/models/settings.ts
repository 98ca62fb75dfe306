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

/** How much goes on at once; a platform or an account that is not named has the number of all. */
export const concurrency = z.object({
  /** Jobs of one queue under way together. */
  overall: z.int().min(1).max(200),
  perPlatform: z.int().min(1).max(200),
  /** More than 1 lets media of several posts be uploaded together; posts still go out in the order of their times. */
  perAccount: z.int().min(1).max(8),
  platforms: z.record(z.string(), z.int().min(1).max(200)),
  accounts: z.record(z.string(), z.int().min(1).max(8)),
});
export type Concurrency = z.infer<typeof concurrency>;

/** Minutes from midnight in the machine's zone between which notifications wait; `from` may be later than `to`. */
export const quietHours = z.object({ from: z.int().min(0).max(1_439), to: z.int().min(0).max(1_439) });
export type QuietHours = z.infer<typeof quietHours>;

/** Settings of the installation. The OpenAI key is write-only and sealed in the vault. */
export const appSettings = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']),
  startAtLogin: z.boolean(),
  closeToTray: z.boolean(),
  openAi: z.object({
    baseUrl: z.url(),
    model: z.string().min(1).max(200),
    hasKey: z.boolean(),
    /** False where the server is on this machine, and takes any. */
    needsKey: z.boolean(),
    monthlyBudgetMicros: z.int().min(0),
    /** Answers are looked over by the server's moderation before they are shown. */
    moderate: z.boolean(),
  }),
  concurrency,
  /** Whether the machine is kept from sleeping while a post is due soon. `ask`: the app offers it once. */
  keepAwake: z.enum(['ask', 'on', 'off']),
  /** Null: notifications come at any hour. */
  quietHours: quietHours.nullable(),
  firstRunDone: z.boolean(),
});
export type AppSettings = z.infer<typeof appSettings>;
