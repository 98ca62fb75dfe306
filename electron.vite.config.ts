import { cpSync } from 'node:fs';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { rendererConfig } from './src/renderer/vite.config.ts';

/** The migrations are read as files, so they stand beside the code that reads them. */
const copyMigrations: Plugin = {
  name: 'ocma-copy-migrations',
  closeBundle() {
    cpSync('src/engine/db/migrations', 'out/main/migrations', { recursive: true });
  },
};

export default defineConfig({
  main: {
    plugins: [copyMigrations],
    build: {
      outDir: 'out/main',
      target: 'node24',
      rollupOptions: {
        // Each thread and process is an entry with a fixed name: electron/bundle-paths.ts finds it by that name.
        input: {
          main: 'electron/main.ts',
          // What main.js starts, apart from Electron: a test runs it, as bundled, under plain Node.
          host: 'src/host/owned-host.ts',
          publisher: 'src/engine/workers/publisher.ts',
          background: 'src/engine/workers/background.ts',
          converter: 'src/engine/workers/converter.ts',
          learner: 'src/engine/workers/learner.ts',
          practice: 'src/sandbox/main.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can load nothing but Electron itself, and must not be a module.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: { ...rendererConfig, root: 'src/renderer' },
});
