import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Notice } from '../../shared/models/event.ts';
import { makeNoticeCall } from '../../shared/notice-call.ts';
import { followEvents } from '../live.ts';
import { useTellFailure } from '../parts/offer-undo.tsx';
import { useApi, useClient } from '../queries.ts';
import { useWindowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { showNotice } from './notice-toast.tsx';
import { isOnScreen } from './on-screen.ts';
import type { Place } from './on-screen.ts';

const drift = 2_000;

/**
 * Follows the engine's events while the window is open and shows its notices, unless the screen shows already what they
 * tell; a click on one leads to what it is about.
 */
export function useLive(): void {
  const client = useClient();
  const api = useApi();
  const queries = useQueryClient();
  const t = useWords();
  const tell = useTellFailure();
  const [location, navigate] = useLocation();
  const search = useSearch();
  const workspaceId = useWindowState((state) => state.shownWorkspaceId);
  const toasts = useRef(new Map<string, Notice>());
  // The listener below lives longer than a rendering.
  const place = useRef<Place>({ workspaceId: null, path: '/', params: new URLSearchParams() });
  useEffect(() => {
    place.current = { workspaceId, path: location, params: new URLSearchParams(search) };
    // Whoever goes to where it stands needs the toast no more.
    for (const [id, notice] of toasts.current) if (isOnScreen(notice, place.current)) notifications.hide(id);
  }, [location, search, workspaceId]);
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
          if (isOnScreen(notice, place.current)) return;
          const id = showNotice(notice, {
            go: (target) => {
              if (notice.workspaceId !== null) useWindowState.getState().chooseWorkspace(notice.workspaceId);
              navigate(target);
            },
            call: (run) => makeNoticeCall(client.queue, run),
            tell,
            closeLabel: t('shell.close'),
            closed: () => toasts.current.delete(id),
          });
          toasts.current.set(id, notice);
        },
      }),
    [client, api, queries, navigate, tell, t],
  );
}
