import type { Row } from './row.ts';
import { measured } from './statistics.ts';
import { filesAtStart, gzipKilobytes } from './window-build.ts';

/** What the built window loads before it can paint. */
export function measureWindowSize(): Promise<readonly Row[]> {
  const { scripts, styles } = filesAtStart();
  return Promise.resolve([
    {
      name: 'JavaScript of the entry and its static imports, gzip',
      unit: 'kB',
      measured: measured([gzipKilobytes(scripts)]),
      target: { limit: 250, better: 'less' },
    },
    { name: 'style sheets of the page, gzip', unit: 'kB', measured: measured([gzipKilobytes(styles)]) },
  ]);
}
