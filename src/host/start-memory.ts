import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const quietMs = 5_000;

/**
 * Gives back, some seconds from now, the memory that only the start needed: about 20 MB in the main thread, which V8
 * by itself keeps until memory runs short. An app that rests all day should not hold it all day.
 */
export function freeStartMemory(): void {
  setTimeout(() => {
    // The only way to ask for a collection that also shrinks the space for new objects.
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    setFlagsFromString('--no-expose-gc');
    if (typeof collect === 'function') collect({ type: 'major', execution: 'async', flavor: 'last-resort' });
  }, quietMs).unref();
}
