import { createContext, use, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useWindowState } from './window-state.ts';

const NowContext = createContext(0);

const beat = 15_000;

/** Tells the components below it what time it is by the engine's clock, anew every 15 seconds. */
export function ClockProvider({ children }: { children: ReactNode }) {
  const offset = useWindowState((state) => state.clockOffset);
  const [browserNow, setBrowserNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setBrowserNow(Date.now()), beat);
    return () => clearInterval(timer);
  }, []);
  return <NowContext value={browserNow + offset}>{children}</NowContext>;
}

/** The engine's time, at most 15 seconds old; a component that reads it is drawn anew as time passes. */
export const useNow = (): number => use(NowContext);

/** The engine's time at this moment; for event handlers. */
export const readNow = (): number => Date.now() + useWindowState.getState().clockOffset;
