import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { temporaryDirectory } from '../../support/database.ts';

/**
 * What the stand-in does with a film: `converts` writes the film at `result` in its place, `fails` ends half-way, `hangs`
 * stays at two fifths of 3.2 s until it is stopped, `lies` writes what is no film. `old` cannot write H.264 at all.
 */
export type StandInWay = 'converts' | 'fails' | 'hangs' | 'lies' | 'old';

interface StandIn {
  /** For `PATH`. */
  readonly directory: string;
  /** What it was called with, the last time. */
  called(): { arguments: string[]; environment: Record<string, string>; pid: number };
  /** From the next call on. */
  behave(way: StandInWay, result?: string): void;
}

const calledSchema = z.object({
  arguments: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  pid: z.int(),
});

/** Puts a program named ffmpeg into a directory of its own, which talks as the real one does. */
export function standIn(): StandIn {
  const directory = temporaryDirectory();
  const path = join(directory, 'ffmpeg');
  const note = join(directory, 'called.json');
  const way = join(directory, 'way.json');
  writeFileSync(path, program({ note, way }));
  chmodSync(path, 0o700);
  const behave = (how: StandInWay, result = ''): void => writeFileSync(way, JSON.stringify({ how, result }));
  behave('converts');
  return {
    directory,
    behave,
    called: () => calledSchema.parse(JSON.parse(readFileSync(note, 'utf8'))),
  };
}

const program = ({ note, way }: Record<'note' | 'way', string>): string =>
  `#!${process.execPath}
const { copyFileSync, readFileSync, writeFileSync } = require('node:fs');
const given = process.argv.slice(2);
const { how, result } = JSON.parse(readFileSync(${JSON.stringify(way)}, 'utf8'));
if (given.includes('-version')) {
  console.log('ffmpeg version 7.1-stand-in Copyright (c) the tests\\nbuilt with nothing');
} else if (given.includes('-encoders')) {
  console.log(\` V....D \${how === 'old' ? 'mpeg4  ' : 'libx264'}   pictures\\n A....D aac       sound\`);
} else {
  const { pid, env } = process;
  writeFileSync(${JSON.stringify(note)}, JSON.stringify({ arguments: given, environment: env, pid }));
  const to = given.at(-1).replace(/^file:/, '');
  const tell = (us, word) => process.stdout.write(\`frame=1\\nout_time_us=\${us}\\nprogress=\${word}\\n\`);
  process.stdout.write('out_time_us=N/A\\nprogress=continue\\n');
  writeFileSync(to, 'half a film');
  tell(1280000, 'continue');
  if (how === 'hangs') setInterval(() => undefined, 1000);
  if (how === 'fails') {
    process.stderr.write('Invalid data found when processing input\\n');
    process.exitCode = 1;
  }
  if (how === 'converts') {
    copyFileSync(result, to);
    tell(3200000, 'end');
  }
}
`;
