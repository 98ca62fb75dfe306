import { z } from 'zod';
import { workspaceId } from './ids.ts';
import { instant } from './time.ts';

/** What changed, so that a screen asks anew for just that. */
export const changeTopics = [
  'workspace',
  'account',
  'post',
  'delivery',
  'media',
  'metrics',
  'learning',
  'mention',
  'listening',
  'settings',
  'practice',
  'connection_flow',
  'health',
  'recurrence',
  'experiment',
  'copies',
  'power',
  'planning',
] as const;
export const changeTopic = z.enum(changeTopics);
export type ChangeTopic = z.infer<typeof changeTopic>;

/** A change, broadcast after its transaction is committed. `id` is the row's; null means 'several'. */
export const change = z.object({
  topic: changeTopic,
  workspaceId: workspaceId.nullable(),
  id: z.string().nullable(),
});
export type Change = z.infer<typeof change>;

/** A button of a notice: a call of the contract with its input, or a place in the app. */
export const noticeAction = z.object({
  label: z.string(),
  run: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('open'), target: z.string() }),
    z.object({
      kind: z.literal('call'),
      procedure: z.enum(['queue.retry', 'queue.lookAgain', 'queue.retryAll', 'queue.posted', 'queue.notNow']),
      input: z.record(z.string(), z.string()),
    }),
  ]),
});
export type NoticeAction = z.infer<typeof noticeAction>;

/** A message for the user, shown by the host's notifier and in the window. */
export const notice = z.object({
  kind: z.enum([
    'published',
    'failed',
    'unknown',
    'missed',
    'needs_you',
    'at_risk',
    'account_needs_you',
    'worker_trouble',
    'clock_wrong',
    'copies',
    'test_over',
  ]),
  title: z.string(),
  body: z.string(),
  /** What can be done without opening the app's window first; at most two, the likeliest first. */
  actions: z.array(noticeAction).max(2),
  /** Where a click leads: a path inside the app, such as `/queue?delivery=...`. */
  target: z.string(),
  workspaceId: workspaceId.nullable(),
});
export type Notice = z.infer<typeof notice>;

export const appEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('change'), at: instant, changes: z.array(change) }),
  z.object({ type: z.literal('notice'), at: instant, notice }),
  z.object({ type: z.literal('hello'), at: instant }),
]);
export type AppEvent = z.infer<typeof appEvent>;
