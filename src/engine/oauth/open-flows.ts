import type { RedirectListener } from './listener.ts';

/** What is open for a flow while somebody may come back to it. */
interface Open {
  readonly listener: RedirectListener | null;
  /** Ends the window that catches the redirect. */
  readonly window: AbortController | null;
  cancelTimer(): void;
}

/** The ports, windows and timers of the flows under way; none of them outlives the process. */
export interface OpenFlows {
  hold(id: string, entry: Open): void;
  /** Whether a port waits for this flow. */
  isListening(id: string): boolean;
  /** Whether the browser comes back to this flow by itself: to a port or to a window. */
  isAwaited(id: string): boolean;
  /** Resolves once what was open for the flow is free. */
  close(id: string): Promise<void>;
  closeAll(): Promise<void>;
}

export function createOpenFlows(): OpenFlows {
  const open = new Map<string, Open>();
  const close = async (id: string): Promise<void> => {
    const entry = open.get(id);
    open.delete(id);
    entry?.cancelTimer();
    entry?.window?.abort();
    await entry?.listener?.close();
  };
  const isListening = (id: string): boolean => (open.get(id)?.listener ?? null) !== null;
  return {
    hold(id, entry) {
      open.set(id, entry);
    },
    isListening,
    isAwaited: (id) => isListening(id) || (open.get(id)?.window ?? null) !== null,
    close,
    async closeAll() {
      await Promise.all([...open.keys()].map(close));
    },
  };
}
