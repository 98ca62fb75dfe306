import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Mutant } from './mutant.ts';

const project = join(import.meta.dirname, '../../..');

/** What the harness and the app that it kills are made of; the rest of the project is not copied. */
const needed = [
  'package.json',
  'src/engine',
  'src/host',
  'src/sandbox',
  'src/shared',
  'test/crash',
  'test/engine/media',
  'test/networks',
  'test/support',
];

/** A copy of the tree in which bugs are planted; the project's own files are never touched. */
export interface Tree {
  /** The `test/crash` of the copy. */
  readonly harness: string;
  /** Plants a bug and returns what takes it out again. @throws where a text does not stand in its file exactly once. */
  plant(mutant: Mutant): () => void;
}

export function copyTree(directory: string): Tree {
  for (const path of needed) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    cpSync(join(project, path), join(directory, path), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(directory, 'node_modules'));
  return {
    harness: join(directory, 'test', 'crash'),
    plant({ name, patches }) {
      const before = new Map<string, string>();
      for (const { file, search, replace } of patches) {
        const path = join(directory, 'src', file);
        const source = readFileSync(path, 'utf8');
        if (!before.has(path)) before.set(path, source);
        const found = source.split(search).length - 1;
        if (found !== 1)
          throw new Error(`“${name}” cannot be planted: its text stands ${found} times in ${file}.`);
        writeFileSync(
          path,
          source.replace(search, () => replace),
        );
      }
      return () => {
        for (const [path, source] of before) writeFileSync(path, source);
      };
    },
  };
}
