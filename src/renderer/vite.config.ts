import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';

/** The calendar's library can expand recurring events, which posts never are; the 80 kB for that stay out. */
const withoutRecurrence: Plugin = {
  name: 'without-recurrence',
  enforce: 'pre',
  resolveId: (id) => (id === 'rrule' ? '\0without-recurrence' : null),
  load: (id) =>
    id === '\0without-recurrence' ? 'export const RRule = null; export default { RRule };' : null,
};

/**
 * The build of the window, shared by the web host (`vite build src/renderer`) and by `electron.vite.config.ts`.
 * The paths are relative to `src/renderer`, which is the root in both.
 */
export const rendererConfig: UserConfig = {
  plugins: [withoutRecurrence, react()],
  base: '/',
  build: {
    outDir: '../../out/renderer',
    emptyOutDir: true,
    target: 'es2023',
    // Browsers that know light-dark(); lowering it would take the colours out of the theme's hands.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
};

export default rendererConfig;
