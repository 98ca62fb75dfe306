import { z } from 'zod';
import { accountId } from '../models/ids.ts';
import { instant, timeZone } from '../models/time.ts';
import { postOptions } from '../models/publish-option.ts';
import { procedure, scope } from './base.ts';

/** What may be wrong with one row; `line` counts from 1 and includes the header, as a spreadsheet shows it. */
export const importProblem = z.object({
  line: z.int(),
  column: z.string().nullable(),
  message: z.string(),
  fix: z.string(),
});

export const importPreview = z.object({
  /** Names this preview; `apply` refuses if the file or the world changed in between. */
  token: z.string(),
  rows: z.int(),
  ready: z.int(),
  /** Rows that are already here from an earlier import. */
  already: z.int(),
  problems: z.array(importProblem),
  warnings: z.array(importProblem),
  costMicros: z.int(),
  capMicros: z.int().nullable(),
  spentMicros: z.int(),
  /** False where the total would pass the monthly cap. */
  withinCap: z.boolean(),
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
  samples: z.array(
    z.object({
      line: z.int(),
      excerpt: z.string(),
      at: instant.nullable(),
      accounts: z.array(z.string()),
      costMicros: z.int(),
      status: z.enum(['ready', 'already', 'problem']),
    }),
  ),
});
export type ImportPreview = z.infer<typeof importPreview>;

const file = scope.extend({
  fileName: z.string().min(1).max(400),
  csv: z.string().max(20_000_000),
  /** For rows that name no account; without it the workspace's only account is taken. */
  accountIds: z.array(accountId).max(50).default([]),
  /** What is chosen for each network, for all rows; see `posts.create`. */
  options: postOptions.default({}),
  /** For rows without a zone; the workspace's by default. */
  timeZone: timeZone.optional(),
  /** Rows without a date: `draft`, or scheduled one after another from `startAt` on. */
  undated: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('draft') }),
      z.object({ kind: z.literal('spaced'), startAt: instant, everyMinutes: z.int().min(1).max(10_080) }),
      z.object({ kind: z.literal('slots') }),
    ])
    .default({ kind: 'draft' }),
  /** Import the good rows and leave out those with a problem. Without it one problem stops all. */
  skipProblems: z.boolean().default(false),
});
export type ImportRequest = z.infer<typeof file>;

export const importsContract = {
  preview: procedure.route({ method: 'POST', path: '/imports/preview' }).input(file).output(importPreview),
  apply: procedure
    .route({ method: 'POST', path: '/imports/apply' })
    .input(file.extend({ token: z.string() }))
    .output(z.object({ imported: z.int(), already: z.int(), skipped: z.int() })),
};
