import { powerMonitor, powerSaveBlocker } from 'electron';
import type { PowerPort } from '../src/engine/ports.ts';

/** Electron's own means against sleep; the display may still turn off. */
export function createDesktopPower(): PowerPort {
  return {
    available: true,
    keepAwake() {
      const blocker = powerSaveBlocker.start('prevent-app-suspension');
      return () => void powerSaveBlocker.stop(blocker);
    },
    onResume(listener) {
      powerMonitor.on('resume', listener);
      return () => void powerMonitor.off('resume', listener);
    },
  };
}
