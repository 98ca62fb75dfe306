import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const directory = join(import.meta.dirname, '..', '..', 'out', 'renderer');

/** What the page loads at once: its entry, all that this imports statically, and its style sheets. */
export function filesAtStart(): { scripts: string[]; styles: string[] } {
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const scripts = new Set<string>();
  const add = (path: string): void => {
    if (scripts.has(path)) return;
    scripts.add(path);
    const code = readFileSync(join(directory, path), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      add(`assets/${basename(name)}`);
  };
  named.filter((path) => path.endsWith('.js')).forEach(add);
  return { scripts: [...scripts], styles: named.filter((path) => path.endsWith('.css')) };
}

/** The size of built files when each is sent with gzip, in kB of a thousand bytes. */
export function gzipKilobytes(paths: readonly string[]): number {
  return (
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(directory, path))).byteLength, 0) / 1_000
  );
}
