import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where a lane lets the app live. It is the same for every run: a data directory that moves is a copy. */
export const homeOf = (lane: string): string => join(lane, 'home');
export const dataIn = (home: string): string => join(home, 'data');
export const networkIn = (home: string): string => join(home, 'network');
/** What the user's own state directory would be: it is not part of the data that somebody copies or restores. */
export const stateIn = (home: string): string => join(home, 'state');

/** Empties the home and leaves its directories: the app knows its own by more than the name. */
export function emptyHome(home: string): void {
  for (const directory of [dataIn(home), networkIn(home), stateIn(home)]) {
    mkdirSync(directory, { recursive: true });
    for (const entry of readdirSync(directory))
      rmSync(join(directory, entry), { recursive: true, force: true });
  }
  for (const entry of readdirSync(home, { withFileTypes: true }))
    if (entry.isFile()) rmSync(join(home, entry.name));
}
