import { takeDirectoryLock } from '../../../src/host/ownership/lock.ts';

/** Holds the lock of the directory in its argument until it is killed. */
const lock = takeDirectoryLock(process.argv[2] ?? '');
console.log(lock === null ? 'busy' : 'held');
if (lock !== null) setInterval(() => lock, 60_000);
