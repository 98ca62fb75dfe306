import { createEngine } from '../../src/engine/engine.ts';
import type { ClockSetting } from '../../src/engine/ports.ts';
import { createClock } from '../../src/engine/system/clock.ts';
import { createLocalClient } from '../../src/host/local-client.ts';
import { quietPorts } from '../support/quiet-ports.ts';

/**
 * The app as a process of its own, for tests that kill it: opens a data directory, publishes what is due and ends when
 * no delivery is on its way any more. Arguments: data directory, practice network, clock as JSON.
 */
const [data = '', network = '', clockText = '{}'] = process.argv.slice(2);
const clock = createClock(JSON.parse(clockText) as ClockSetting);
const ports = quietPorts({ data, clock, url: network });

const engine = createEngine(ports, { role: 'main', threads: 'inline' });
await engine.start();
// From here on every write belongs to the publish; the harness counts from this mark.
process.stdout.write('ready\n');
const client = createLocalClient(engine.router, { actor: 'user' });
for (;;) {
  await engine.drain('publisher');
  const { deliveries } = await client.queue.list({ section: 'next' });
  const waiting = deliveries.map((delivery) => delivery.nextAttemptAt).filter((at) => at !== null);
  if (deliveries.length === 0) break;
  const wait = Math.max(50, Math.min(30_000, Math.min(...waiting) - clock.now()));
  await new Promise<void>((resolve) => void clock.setTimer(wait, resolve));
}
await engine.stop();
