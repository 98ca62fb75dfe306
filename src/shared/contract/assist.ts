import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { platformName } from '../models/account.ts';
import { assistAnswer, assistEvent, assistPreview, assistTask, toneGuide } from '../models/assist.ts';
import { accountId } from '../models/ids.ts';
import { procedure, scope } from './base.ts';

/** A draft and what is asked of it. */
export const assistRequest = scope.extend({
  content: z.string().max(100_000),
  platform: platformName,
  /** Whose tone, best posts and topics count; without it, those of the network's accounts in the workspace. */
  accountId: accountId.optional(),
  /** Further parts of a thread. */
  replies: z.array(z.string().max(100_000)).max(24).default([]),
  focusKeyphrase: z.string().max(100).optional(),
  /** Rising topics may be sent along as material. */
  withTrends: z.boolean().default(false),
  task: assistTask,
});

export const assistContract = {
  /** Exactly what would be sent and what it may cost. Sends nothing. */
  preview: procedure
    .route({ method: 'POST', path: '/ai/assist/preview', summary: 'What a language model would be sent' })
    .input(assistRequest)
    .output(assistPreview),
  /** Ends by itself with `done`; closing the stream cancels the question. */
  run: procedure
    .route({ method: 'POST', path: '/ai/assist/stream', summary: 'Ask for versions, as they come in' })
    .input(assistRequest)
    .output(eventIterator(assistEvent)),
  /** The same in one answer, for scripts. */
  ask: procedure
    .route({ method: 'POST', path: '/ai/assist', summary: 'Ask for versions' })
    .input(assistRequest)
    .output(assistAnswer),
  toneGuide: procedure
    .route({ method: 'GET', path: '/ai/tone-guide', summary: "How an account's best posts sound" })
    .input(scope.extend({ accountId }))
    .output(z.object({ guide: toneGuide.nullable(), have: z.int(), need: z.int() })),
};
