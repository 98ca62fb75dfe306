import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { appEvent } from '../models/event.ts';
import { workspaceId } from '../models/ids.ts';
import { instant } from '../models/time.ts';
import { nothing, procedure, scope } from './base.ts';

const info = z.object({
  version: z.string(),
  host: z.enum(['desktop', 'web', 'command_line']),
  dataDirectory: z.string(),
  now: instant,
  timeZone: z.string(),
  timeZoneDataVersion: z.string(),
  /** `locked` asks for a passphrase, `absent` has neither keychain nor passphrase: practice works all the same. */
  vault: z.enum(['ready', 'locked', 'absent']),
  vaultKind: z.enum(['keychain', 'passphrase', 'none']),
  firstRun: z.boolean(),
  /** Loopback redirects of OAuth reach this machine only if the browser runs on it. */
  canOpenBrowser: z.boolean(),
});

/** One thing that was looked at. */
const healthLine = z.object({
  id: z.string(),
  status: z.enum(['ok', 'warning', 'problem']),
  text: z.string(),
  /** What the user can do; null where there is nothing to do. */
  fix: z.string().nullable(),
  /** The workspace that it is about; null where it is about the whole installation. */
  workspaceId: workspaceId.nullable(),
});
export type HealthLine = z.infer<typeof healthLine>;

/** An operation that is not asked for because it has failed several times in a row. */
const heldOperation = z.object({
  platform: z.string(),
  operation: z.string(),
  failures: z.int(),
  since: instant,
  /** When one request tries next; in the past where it waits for the next thing to send. */
  nextTryAt: instant,
  trying: z.boolean(),
  practice: z.boolean(),
});

/** Where the answers to reads came from in the last 24 hours, by operation. */
const cacheUse = z.object({
  platform: z.string(),
  operation: z.string(),
  practice: z.boolean(),
  memory: z.int(),
  stored: z.int(),
  /** The network said that the kept answer still holds. */
  revalidated: z.int(),
  missed: z.int(),
  /** Kept answers that were out of date and served because the network could not be read. */
  stale: z.int(),
});

const health = z.object({
  /** Of the workspace that was asked for and of the installation; without one, of every workspace in use. */
  status: z.enum(['green', 'amber', 'red']),
  sentence: z.string(),
  publisher: z.enum(['running', 'paused', 'stopped', 'restarting']),
  lines: z.array(healthLine),
  onHold: z.array(heldOperation),
  cache: z.object({ storedBytes: z.int(), operations: z.array(cacheUse) }),
  /** Milliseconds by which this machine's clock is ahead of the network that differs most; null where none was heard. */
  clockSkewMs: z.int().nullable(),
  /** Calls that left the machine in the last 24 hours, by operation. */
  calls: z.array(
    z.object({
      platform: z.string(),
      operation: z.string(),
      count: z.int(),
      failures: z.int(),
      costMicros: z.int(),
      lastAt: instant,
      /** Made to the practice network: it never left this machine and cost nothing. */
      practice: z.boolean(),
    }),
  ),
});

export const systemContract = {
  info: procedure
    .route({ method: 'GET', path: '/system/info', summary: 'What this installation is' })
    .input(nothing)
    .output(info),
  health: procedure
    .route({ method: 'GET', path: '/system/health', summary: 'How the parts are doing' })
    .input(scope)
    .output(health),
  events: procedure
    .route({ method: 'GET', path: '/system/events', summary: 'Changes and notices as they happen' })
    .input(nothing)
    .output(eventIterator(appEvent)),
  unlock: procedure
    .route({ method: 'POST', path: '/system/unlock', summary: 'Open the vault with a passphrase' })
    .input(z.object({ passphrase: z.string().min(8).max(1_000) }))
    .output(nothing),
  pausePublishing: procedure
    .route({
      method: 'POST',
      path: '/system/pause',
      summary: 'Stop publishing until resumed; nothing is lost',
    })
    .input(z.object({ paused: z.boolean() }))
    .output(nothing),
};
