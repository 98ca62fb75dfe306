import { createContext, use } from 'react';
import type { Boot } from './boot.ts';

export const BootContext = createContext<Boot>({ host: 'web', windowSecret: '', styleNonce: '' });

/** What the host told the window before any call. */
export const useBoot = (): Boot => use(BootContext);
