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
  chooseWorkspace(id: string | null): void;
  setShownWorkspace(id: string): void;
  setPaletteOpen(open: boolean): void;
  setConnected(connected: boolean): void;
  setClockOffset(offset: number): void;
  setCalendarView(view: 'day' | 'week' | 'month'): void;
  setPreviewOpen(open: boolean): void;
}

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
      chooseWorkspace: (workspaceId) => set({ workspaceId }),
      setShownWorkspace: (shownWorkspaceId) => set({ shownWorkspaceId }),
      setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
      setConnected: (connected) => set({ connected }),
      setClockOffset: (clockOffset) => set({ clockOffset }),
      setCalendarView: (calendarView) => set({ calendarView }),
      setPreviewOpen: (previewOpen) => set({ previewOpen }),
    }),
    {
      name: 'ocma-window',
      version: 1,
      partialize: ({ workspaceId, calendarView, previewOpen }) => ({
        workspaceId,
        calendarView,
        previewOpen,
      }),
    },
  ),
);
