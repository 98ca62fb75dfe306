import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { appEvent } from '../models/event.ts';
import { instant } from '../models/time.ts';
import { nothing, procedure } from './base.ts';

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

const health = z.object({
  status: z.enum(['green', 'amber', 'red']),
  sentence: z.string(),
  publisher: z.enum(['running', 'paused', 'stopped', 'restarting']),
  lines: z.array(
    z.object({ id: z.string(), status: z.enum(['ok', 'warning', 'problem']), text: z.string() }),
  ),
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
    .input(nothing)
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
