import { createEngine } from '../../src/engine/engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Clock, Ports } from '../../src/engine/ports.ts';
import { createLocalClient } from '../../src/host/local-client.ts';
import type { ContractClient } from '../../src/host/ownership/owner-client.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { dataIn, stateIn } from './home.ts';
import { platformsOf } from './networks/platforms-of.ts';

/** The app of one home and network, its work done only when asked for. */
export interface App {
  readonly ports: Ports;
  readonly engine: Engine;
  readonly client: ContractClient;
}

export async function openApp(given: {
  home: string;
  platform: string;
  url: string;
  clock: Clock;
  fetch?: Ports['fetch'];
}): Promise<App> {
  const quiet = quietPorts({ ...given, data: dataIn(given.home) });
  const ports: Ports = {
    ...quiet,
    fetch: given.fetch ?? quiet.fetch,
    paths: { ...quiet.paths, state: stateIn(given.home) },
    host: { ...quiet.host, machine: 'the machine of this test' },
  };
  const engine = createEngine(ports, { role: 'main', threads: 'inline', ...platformsOf(given.platform) });
  await engine.start();
  return { ports, engine, client: createLocalClient(engine.router, { actor: 'user' }) };
}
