import { openCore } from './core.ts';
import type { Core, CoreOptions } from './core.ts';
import { createFeatures } from './features.ts';
import type { Features, MainThread } from './features.ts';
import type { Ports } from './ports.ts';
import { prepareData } from './prepare-data.ts';
import { releaseClaims } from './queue/store.ts';
import { createRouter } from './router.ts';

/** The main thread's share of the engine: what it serves, and what it serves it from. */
export interface OpenMainThread {
  readonly core: Core;
  readonly features: Features;
  /** Comes with this file, so that hosts load what it needs no earlier. */
  readonly createRouter: typeof createRouter;
}

/**
 * Brings the data file to this version, opens it for this thread and puts the features together. Whoever calls this has
 * just become the owner of the directory. @throws `newer_data_file`
 */
export async function openMainThread(
  ports: Ports,
  options: CoreOptions & MainThread,
): Promise<OpenMainThread> {
  await prepareData(ports, options.gate);
  const core = openCore(ports, options);
  try {
    // The threads that held claims went with the former owner.
    releaseClaims(core.db, null);
    const features = createFeatures(core, options);
    await features.begin();
    return { core, features, createRouter };
  } catch (error) {
    core.close();
    throw error;
  }
}
