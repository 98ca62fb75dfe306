import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What only this window knows; everything else is asked from the engine. */
interface WindowState {
  /** The workspace that this window looks at; null until one is chosen or known. */
  readonly workspaceId: string | null;
  /** The workspace on screen, chosen or not; null before the first is. */
  readonly shownWorkspaceId: string | null;
  readonly paletteOpen: boolean;
  /** False while the stream of events is down. */
  readonly connected: boolean;
  /** Engine's clock minus the browser's, in milliseconds. */
  readonly clockOffset: number;
  readonly calendarView: 'day' | 'week' | 'month';
  readonly previewOpen: boolean;
  /** What posts should be found by, under the post's id; those of the posts that were looked at last. */
  readonly keyphrases: Readonly<Record<string, string>>;
  chooseWorkspace(id: string | null): void;
  setShownWorkspace(id: string): void;
  setPaletteOpen(open: boolean): void;
  setConnected(connected: boolean): void;
  setClockOffset(offset: number): void;
  setCalendarView(view: 'day' | 'week' | 'month'): void;
  setPreviewOpen(open: boolean): void;
  setKeyphrase(postId: string, keyphrase: string): void;
}

const mostKeyphrases = 200;

const withKeyphrase = (
  before: Readonly<Record<string, string>>,
  postId: string,
  keyphrase: string,
): Readonly<Record<string, string>> => {
  const others = Object.entries(before).filter(([id]) => id !== postId);
  const own = keyphrase.trim() === '' ? [] : [[postId, keyphrase] as const];
  return Object.fromEntries([...others, ...own].slice(-mostKeyphrases));
};

/** The state of this window; the workspace and the calendar's view are remembered by the browser. */
export const useWindowState = create<WindowState>()(
  persist(
    (set) => ({
      workspaceId: null,
      shownWorkspaceId: null,
      paletteOpen: false,
      connected: true,
      clockOffset: 0,
      calendarView: 'week',
      previewOpen: true,
      keyphrases: {},
      chooseWorkspace: (workspaceId) => set({ workspaceId }),
      setShownWorkspace: (shownWorkspaceId) => set({ shownWorkspaceId }),
      setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
      setConnected: (connected) => set({ connected }),
      setClockOffset: (clockOffset) => set({ clockOffset }),
      setCalendarView: (calendarView) => set({ calendarView }),
      setPreviewOpen: (previewOpen) => set({ previewOpen }),
      setKeyphrase: (postId, keyphrase) =>
        set(({ keyphrases }) => ({ keyphrases: withKeyphrase(keyphrases, postId, keyphrase) })),
    }),
    {
      name: 'ocma-window',
      version: 1,
      partialize: ({ workspaceId, calendarView, previewOpen, keyphrases }) => ({
        workspaceId,
        calendarView,
        previewOpen,
        keyphrases,
      }),
    },
  ),
);
