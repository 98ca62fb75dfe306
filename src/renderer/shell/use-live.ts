import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { NoticeAction } from '../../shared/models/event.ts';
import type { Client } from '../client.ts';
import { followEvents } from '../live.ts';
import { useTellFailure } from '../parts/offer-undo.tsx';
import { useApi, useClient } from '../queries.ts';
import { useWindowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { showNotice } from './notice-toast.tsx';

const drift = 2_000;

/** Follows the engine's events while the window is open and shows its notices; a click on one leads to what it is about. */
export function useLive(): void {
  const client = useClient();
  const api = useApi();
  const queries = useQueryClient();
  const t = useWords();
  const tell = useTellFailure();
  const [, navigate] = useLocation();
  useEffect(
    () =>
      followEvents(client, api, queries, {
        onConnected: (connected) => useWindowState.getState().setConnected(connected),
        onClock: (engineNow) => {
          const { clockOffset, setClockOffset } = useWindowState.getState();
          const offset = engineNow - Date.now();
          if (Math.abs(offset - clockOffset) > drift) setClockOffset(offset);
        },
        onNotice: (notice) => {
          // A band says it for as long as it is true.
          if (notice.target === '/hold') return;
          showNotice(notice, {
            go: (target) => {
              if (notice.workspaceId !== null) useWindowState.getState().chooseWorkspace(notice.workspaceId);
              navigate(target);
            },
            call: (run) => callOf(client, run),
            tell,
            closeLabel: t('shell.close'),
          });
        },
      }),
    [client, api, queries, navigate, tell, t],
  );
}

/** Makes the call that a notice's button names; the engine checks the ids that it gave. */
async function callOf(client: Client, run: Extract<NoticeAction['run'], { kind: 'call' }>): Promise<unknown> {
  const { input } = run;
  const scope = { workspaceId: input['workspaceId'] ?? '' };
  const id = input['id'] ?? '';
  switch (run.procedure) {
    case 'queue.retry':
      return await client.queue.retry({ ...scope, id });
    case 'queue.lookAgain':
      return await client.queue.lookAgain({ ...scope, id });
    case 'queue.retryAll': {
      const { code, accountId: account } = input;
      return await client.queue.retryAll({
        ...scope,
        ...(code === undefined ? {} : { code }),
        ...(account === undefined ? {} : { accountId: account }),
      });
    }
  }
}
