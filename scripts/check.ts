import { spawn } from 'node:child_process';
import { projectDirectory, projectEnvironment } from './project.ts';

interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

interface Outcome {
  readonly step: Step;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

const typed = [
  'src/shared',
  'src/engine',
  'src/host',
  'src/renderer',
  'src/sandbox',
  'electron',
  'electron/preload',
  'scripts',
  'test',
];

/** The longest first, so that the short ones fill the gaps. */
const steps: readonly Step[] = [
  { name: 'lint and layers', program: 'oxlint', args: ['--type-aware', '--quiet'] },
  { name: 'dead code', program: 'knip', args: ['--no-progress'] },
  ...typed.map((path) => ({ name: `types of ${path}`, program: 'tsc', args: ['-p', path] })),
  { name: 'format', program: 'oxfmt', args: ['--check'] },
];

const atOnce = 2;
const waiting = [...steps];
const outcomes: Outcome[] = [];

await Promise.all(Array.from({ length: atOnce }, work));
const failed = outcomes.filter((outcome) => !outcome.ok);
for (const { step, output } of failed) console.log(`\n--- ${step.name}\n${output.trim()}`);
console.log(
  failed.length === 0 ? 'All checks passed.' : `\n${failed.length} of ${steps.length} checks failed.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const outcome = await perform(step);
    outcomes.push(outcome);
    console.log(`${outcome.ok ? 'ok  ' : 'FAIL'} ${step.name} (${outcome.seconds.toFixed(1)} s)`);
  }
}

function perform(step: Step): Promise<Outcome> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(step.program, step.args, {
      cwd: projectDirectory,
      env: projectEnvironment(),
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const end = (ok: boolean): void =>
      resolve({ step, ok, output, seconds: (performance.now() - began) / 1_000 });
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}
