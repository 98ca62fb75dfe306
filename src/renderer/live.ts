import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { AppEvent, Change, ChangeTopic, Notice } from '../shared/models/event.ts';
import type { Client } from './client.ts';
import type { Api } from './queries.ts';

/** What the window hears from the engine. */
export interface LiveListeners {
  readonly onNotice: (notice: Notice) => void;
  /** The engine's clock, which a test or the practice network may run apart from the browser's. */
  readonly onClock: (engineNow: number) => void;
  /** False while the stream is down; the window then says so. */
  readonly onConnected: (connected: boolean) => void;
}

const keysOf = (api: Api, topic: ChangeTopic): readonly QueryKey[] => {
  switch (topic) {
    case 'workspace':
      return [api.workspaces.key(), api.practice.key()];
    case 'account':
      return [
        api.accounts.key(),
        api.metrics.key(),
        api.queue.key(),
        api.posts.preflight.key(),
        api.listening.key(),
        // The zone of who reads it.
        api.timing.key(),
        api.audience.key(),
      ];
    case 'post':
      return [api.posts.key(), api.queue.key()];
    case 'delivery':
      return [
        api.queue.key(),
        api.posts.key(),
        api.power.key(),
        api.copies.hold.key(),
        api.experiments.key(),
      ];
    case 'media':
      return [api.media.key()];
    case 'metrics':
      return [
        api.metrics.key(),
        api.timing.key(),
        api.experiments.key(),
        api.learning.key(),
        api.audience.key(),
      ];
    case 'learning':
      return [api.learning.key()];
    case 'mention':
      return [api.metrics.mentions.key(), api.audience.key()];
    case 'listening':
      return [api.listening.key()];
    case 'settings':
      return [api.settings.key(), api.system.info.key(), api.posts.slots.key(), api.power.key()];
    case 'practice':
      return [api.practice.key(), api.workspaces.key()];
    case 'connection_flow':
      return [api.accounts.connection.key(), api.accounts.list.key()];
    case 'recurrence':
      return [api.recurrences.key(), api.posts.key()];
    case 'experiment':
      return [api.experiments.key()];
    case 'copies':
      return [api.copies.key(), api.queue.counts.key(), api.system.health.key()];
    case 'power':
      return [api.power.key()];
    case 'planning':
      return [api.planning.rules.key(), api.planning.categories.key(), api.posts.slots.key()];
    case 'health':
      return [api.system.health.key(), api.queue.counts.key()];
  }
};

const invalidate = (queries: QueryClient, api: Api, changes: readonly Change[]): void => {
  const topics = new Set(changes.map((change) => change.topic));
  for (const topic of topics) {
    for (const queryKey of keysOf(api, topic)) void queries.invalidateQueries({ queryKey });
  }
};

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Changes of one burst are taken together, so that a hundred of them ask for each list once. */
const burst = 40;
const longestPause = 15_000;

/** What tabs of one browser tell each other. */
type Shared =
  | { readonly kind: 'event'; readonly event: AppEvent }
  | { readonly kind: 'stream'; readonly connected: boolean; readonly missed: boolean };

const channelName = 'ocma-events';

/**
 * Follows the engine's events for as long as the window is open. A browser opens six connections to a host at most, so
 * its tabs share one stream: the tab that holds the lock reads it and passes on what it hears; when it is closed the
 * next one takes over. The stream is opened anew with a growing pause when it breaks, and after a break everything on
 * screen is asked for again, since changes may have been missed.
 */
export function followEvents(
  client: Client,
  api: Api,
  queries: QueryClient,
  listeners: LiveListeners,
): () => void {
  const opened = performance.now();
  const stopped = new AbortController();
  const tabs = new BroadcastChannel(channelName);
  let gathered: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    timer = undefined;
    const changes = gathered;
    gathered = [];
    invalidate(queries, api, changes);
  };

  const take = (shared: Shared): void => {
    if (shared.kind === 'stream') {
      if (shared.missed) void queries.invalidateQueries();
      listeners.onConnected(shared.connected);
      return;
    }
    const { event } = shared;
    listeners.onClock(event.at);
    if (event.type === 'notice') listeners.onNotice(event.notice);
    if (event.type !== 'change') return;
    gathered.push(...event.changes);
    timer ??= setTimeout(flush, burst);
  };
  const share = (shared: Shared): void => {
    take(shared);
    tabs.postMessage(shared);
  };
  tabs.addEventListener('message', ({ data }: MessageEvent<Shared>) => take(data));

  const follow = async (): Promise<void> => {
    let wait = 250;
    // Whoever read the stream before may have gone without passing on its last words.
    let missed = performance.now() - opened > 1_000;
    while (!stopped.signal.aborted) {
      try {
        const events = await client.system.events({}, { signal: stopped.signal });
        share({ kind: 'stream', connected: true, missed });
        missed = false;
        for await (const event of events) {
          wait = 250;
          share({ kind: 'event', event });
        }
      } catch {
        // The stream broke: the engine restarts, or the machine slept. It is opened anew below.
      }
      if (stopped.signal.aborted) return;
      missed = true;
      share({ kind: 'stream', connected: false, missed: false });
      await pause(wait, stopped.signal);
      wait = Math.min(wait * 2, longestPause);
    }
  };

  // Asking for the lock is given up when the window closes first; that is no fault.
  void navigator.locks.request(channelName, { signal: stopped.signal }, follow).catch(() => undefined);
  return () => {
    stopped.abort();
    clearTimeout(timer);
    tabs.close();
  };
}
