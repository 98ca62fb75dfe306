import type { ContractRouterClient } from '@orpc/contract';
import type { queueContract } from './contract/queue.ts';
import type { NoticeAction } from './models/event.ts';

/** What a button of a notice may call. */
type NoticeCalls = Pick<
  ContractRouterClient<typeof queueContract>,
  'retry' | 'retryAll' | 'lookAgain' | 'posted' | 'notNow'
>;

/** Makes the call that a notice's button names; the engine checks the ids in it. @throws what the call failed with */
export async function makeNoticeCall(
  calls: NoticeCalls,
  { procedure, input }: Extract<NoticeAction['run'], { kind: 'call' }>,
): Promise<void> {
  const { workspaceId = '', id = '', code, accountId } = input;
  switch (procedure) {
    case 'queue.retry':
      await calls.retry({ workspaceId, id });
      return;
    case 'queue.lookAgain':
      await calls.lookAgain({ workspaceId, id });
      return;
    case 'queue.posted':
      await calls.posted({ workspaceId, id });
      return;
    case 'queue.notNow':
      await calls.notNow({ workspaceId, id });
      return;
    case 'queue.retryAll':
      await calls.retryAll({
        workspaceId,
        ...(code === undefined ? {} : { code }),
        ...(accountId === undefined ? {} : { accountId }),
      });
  }
}
