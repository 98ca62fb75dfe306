import { z } from 'zod';
import { modelTest } from '../models/model-test.ts';
import { appSettings, workspaceSettings } from '../models/settings.ts';
import { timeZone } from '../models/time.ts';
import { workspace } from '../models/workspace.ts';
import { workspaceId } from '../models/ids.ts';
import { nothing, procedure, scope } from './base.ts';

/** A bucket from which networks fetch media; its secret key is write-only. */
const mediaHostSettings = z.object({
  endpoint: z.string(),
  region: z.string(),
  bucket: z.string(),
  /** Before the name of each file there; empty or ending in a slash. */
  prefix: z.string(),
  accessKeyId: z.string(),
  hasSecretKey: z.boolean(),
});
export type MediaHostSettings = z.infer<typeof mediaHostSettings>;

const mediaHostTest = z.object({ ok: z.boolean(), text: z.string(), fix: z.string().nullable() });
export type MediaHostTest = z.infer<typeof mediaHostTest>;

/** Money that the language model has cost, in micro-dollars; the budget holds for the installation, not for a workspace. */
const modelSpending = z.object({
  /** A calendar month in UTC, as `2026-11`. */
  month: z.string(),
  /** With what is put aside for questions under way. */
  spentMicros: z.int(),
  budgetMicros: z.int(),
});
export type ModelSpending = z.infer<typeof modelSpending>;

export const settingsContract = {
  app: procedure.route({ method: 'GET', path: '/settings/app' }).input(nothing).output(appSettings),
  updateApp: procedure
    .route({ method: 'PATCH', path: '/settings/app' })
    .input(
      z.object({
        colorScheme: appSettings.shape.colorScheme.optional(),
        startAtLogin: z.boolean().optional(),
        closeToTray: z.boolean().optional(),
        firstRunDone: z.boolean().optional(),
        concurrency: appSettings.shape.concurrency.partial().optional(),
        keepAwake: appSettings.shape.keepAwake.optional(),
        quietHours: appSettings.shape.quietHours.optional(),
        openAi: z
          .object({
            baseUrl: z.url().optional(),
            model: z.string().min(1).max(200).optional(),
            /** A new key; the empty string forgets the stored one. */
            key: z.string().max(500).optional(),
            monthlyBudgetMicros: z.int().min(0).optional(),
            moderate: z.boolean().optional(),
          })
          .optional(),
      }),
    )
    .output(appSettings),
  workspace: procedure
    .route({ method: 'GET', path: '/settings/workspace' })
    .input(scope)
    .output(workspaceSettings),
  updateWorkspace: procedure
    .route({ method: 'PATCH', path: '/settings/workspace' })
    .input(scope.extend(workspaceSettings.partial().shape))
    .output(workspaceSettings),
  /** The public place for media that networks fetch by themselves; null where none is set up. */
  mediaHost: procedure
    .route({ method: 'GET', path: '/settings/media-host', summary: 'Where networks fetch media from' })
    .input(nothing)
    .output(z.object({ mediaHost: mediaHostSettings.nullable() })),
  /** S3-compatible storage. Without a secret key the stored one stays, where the endpoint is the same. */
  setMediaHost: procedure
    .route({ method: 'PUT', path: '/settings/media-host', summary: 'Set where networks fetch media from' })
    .input(
      z.object({
        endpoint: z.url().max(500),
        region: z.string().trim().min(1).max(60),
        bucket: z.string().regex(/^[a-zA-Z0-9._-]{3,255}$/),
        prefix: z
          .string()
          .trim()
          .max(200)
          .regex(/^[\w./-]*$/)
          .default(''),
        accessKeyId: z.string().trim().min(1).max(200),
        secretKey: z.string().trim().min(1).max(500).optional(),
      }),
    )
    .output(z.object({ mediaHost: mediaHostSettings.nullable() })),
  forgetMediaHost: procedure
    .route({ method: 'DELETE', path: '/settings/media-host', summary: 'Forget where networks fetch media' })
    .input(nothing)
    .output(z.object({ mediaHost: z.null() })),
  /** Puts a small file there, fetches it, and deletes it. */
  testMediaHost: procedure
    .route({ method: 'POST', path: '/settings/media-host/test', summary: 'Try the place for media' })
    .input(scope)
    .output(mediaHostTest),
  /** What this month has cost so far, by network. */
  spending: procedure
    .route({ method: 'GET', path: '/settings/spending' })
    .input(scope)
    .output(
      z.object({
        month: z.string(),
        spentMicros: z.int(),
        reservedMicros: z.int(),
        capMicros: z.int().nullable(),
      }),
    ),
  /** What the language model has cost this month, of its budget. */
  modelSpending: procedure
    .route({ method: 'GET', path: '/settings/model-spending', summary: 'What the language model has cost' })
    .input(nothing)
    .output(modelSpending),
  /** Asks the language model one short question, which costs as little as a question can. */
  testModel: procedure
    .route({ method: 'POST', path: '/settings/model/test', summary: 'Try the language model' })
    .input(scope)
    .output(modelTest),
};

export const workspacesContract = {
  list: procedure.route({ method: 'GET', path: '/workspaces' }).input(nothing).output(z.array(workspace)),
  /** The workspace that is named, or the one that a call without a name is about. */
  current: procedure.route({ method: 'GET', path: '/workspaces/current' }).input(scope).output(workspace),
  create: procedure
    .route({ method: 'POST', path: '/workspaces' })
    .input(
      z.object({
        name: z.string().trim().min(1).max(80),
        color: z
          .string()
          .regex(/^#[0-9a-f]{6}$/i)
          .optional(),
        timeZone,
      }),
    )
    .output(workspace),
  update: procedure
    .route({ method: 'PATCH', path: '/workspaces/{id}' })
    .input(
      z.object({
        id: workspaceId,
        version: z.int(),
        name: z.string().trim().min(1).max(80).optional(),
        color: z
          .string()
          .regex(/^#[0-9a-f]{6}$/i)
          .optional(),
        timeZone: timeZone.optional(),
      }),
    )
    .output(workspace),
};
