import type { Platform } from '../../../src/engine/platforms/platform.ts';
import type { ClockSetting } from '../../../src/engine/ports.ts';
import type { SettleMeans } from '../../../src/engine/platforms/settling.ts';
import { duplicatesRefusedForMs, handleLivesMs, keyLivesMs } from './behaviour.ts';
import { modelPlatform } from './platform.ts';
import { startModelServer } from './server.ts';
import type { RunningModel } from './server.ts';

/** A network that exists in tests alone, one for each means of settling an interrupted send. */
export interface ModelNetwork {
  readonly name: string;
  readonly means: SettleMeans['kind'];
  /** It gives a proof, so an interrupted send never ends `unknown` there. */
  readonly proves: boolean;
  /** For `createEngine({ platforms })`. */
  readonly platform: Platform;
  start(options: { directory: string; port: number; clock: ClockSetting }): Promise<RunningModel>;
}

const declared: readonly SettleMeans[] = [
  { kind: 'record_key' },
  { kind: 'idempotency_key', livesMs: keyLivesMs, repeatAfterMs: 10_000 },
  { kind: 'upload_session', livesMs: handleLivesMs },
  { kind: 'container', livesMs: handleLivesMs },
  { kind: 'duplicate_answer', repeatAfterMs: 60_000, withinMs: duplicatesRefusedForMs },
  { kind: 'list_and_match', readsAfterMs: [10_000, 60_000, 300_000] },
  { kind: 'none' },
];

const nameOf = (means: SettleMeans): string => `model_${means.kind}`;
const kinds = new Map(declared.map((means) => [nameOf(means), means.kind]));
const proofs = new Set<SettleMeans['kind']>(['record_key', 'idempotency_key', 'upload_session', 'container']);

/** One for each means. The server of any of them plays all, each under its name, so that one is enough. */
export const modelNetworks: readonly ModelNetwork[] = declared.map((means) => ({
  name: nameOf(means),
  means: means.kind,
  proves: proofs.has(means.kind),
  platform: modelPlatform(nameOf(means), [means]),
  start: (options) => startModelServer({ ...options, kinds }),
}));

/** The network of a means. */
export function modelNetwork(means: SettleMeans['kind']): ModelNetwork {
  const found = modelNetworks.find((network) => network.means === means);
  if (found === undefined) throw new Error(`There is no model network for ${means}.`);
  return found;
}
