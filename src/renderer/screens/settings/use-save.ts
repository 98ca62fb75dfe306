import { useCallback, useEffect, useState } from 'react';

/** How the last change of a section stands. */
export type SaveState = 'idle' | 'saving' | 'saved';

const shownFor = 2_500;

/** Runs the changes of one section and says how the last one went: `saved` for a moment, then quiet again. */
export function useSave(): { state: SaveState; save: (change: () => Promise<unknown>) => Promise<void> } {
  const [state, setState] = useState<SaveState>('idle');
  useEffect(() => {
    if (state !== 'saved') return;
    const timer = setTimeout(() => setState('idle'), shownFor);
    return () => clearTimeout(timer);
  }, [state]);
  const save = useCallback(async (change: () => Promise<unknown>): Promise<void> => {
    setState('saving');
    try {
      await change();
      setState('saved');
    } catch (error) {
      setState('idle');
      throw error;
    }
  }, []);
  return { state, save };
}
