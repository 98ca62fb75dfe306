import { openSync } from 'node:fs';
import { openBenchQueue } from '../bench/bench-queue.ts';
import { createAcknowledger } from './acknowledged.ts';

// Adds jobs alone, in bulk and together, runs them and lets the log of writes pass into the file now and then. What is on
// disk is acknowledged after each commit. Arguments: data directory, file of acknowledgements, SYNCHRONOUS of SQLite.
const [data = '', acknowledgements = '', synchronous = 'FULL'] = process.argv.slice(2);
const deliveries = 120;
const queue = await openBenchQueue(data, { deliveries });
if (synchronous === 'OFF') queue.db.sql('PRAGMA synchronous = OFF').run();
const tell = createAcknowledger(queue.db, openSync(acknowledgements, 'w'));

let used = 0;
const next = () => {
  used += 1;
  return { delivery: used % deliveries, runAt: Date.now() };
};
for (const checkpoint of ['PASSIVE', 'FULL', 'RESTART', 'TRUNCATE']) {
  for (let count = 0; count < 4; count += 1) {
    await queue.add([next()]);
    tell();
  }
  await queue.add(Array.from({ length: 10 }, next));
  tell();
  await Promise.all(Array.from({ length: 6 }, () => queue.add([next()], true).then(tell)));
  await queue.run(20, checkpoint === 'RESTART' ? 1 : 5, { end: tell });
  queue.db.sql(`PRAGMA wal_checkpoint(${checkpoint})`).get();
  tell();
}
queue.close();
