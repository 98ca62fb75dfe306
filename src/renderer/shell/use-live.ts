import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { followEvents } from '../live.ts';
import { useApi, useClient } from '../queries.ts';
import { useWindowState } from '../window-state.ts';

const drift = 2_000;

/** Follows the engine's events while the window is open and shows its notices; a click on one leads to what it is about. */
export function useLive(): void {
  const client = useClient();
  const api = useApi();
  const queries = useQueryClient();
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
          const id = notifications.show({
            title: notice.title,
            message: notice.body,
            color: notice.kind === 'published' ? 'green' : 'orange',
            autoClose: notice.kind === 'published' ? 6_000 : 15_000,
            style: { cursor: 'pointer' },
            onClick: () => {
              notifications.hide(id);
              navigate(notice.target);
            },
          });
        },
      }),
    [client, api, queries, navigate],
  );
}
