import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { inProject, projectDirectory, projectEnvironment, run } from './project.ts';
import { forgetTestReport, readTestReport } from './side-by-side.ts';

/** How one part of the run went. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** All parts of `.ci/run` after the installation. */
const tallies = [await check(), await tests(), await conformance(), await evaluation()];
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function check(): Promise<Tally> {
  const code = await run('node', [inProject('scripts', 'check.ts')]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function tests(): Promise<Tally> {
  forgetTestReport();
  const code = await run('node', [inProject('scripts', 'test.ts')]);
  const report = readTestReport();
  if (report === null) return { passed: 0, failed: 1 };
  const unseen = report.numFailedTests === 0 && (code !== 0 || !report.success) ? 1 : 0;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unseen };
}

/** Needs the networks' descriptions beside the project; without them there is nothing to check against. */
async function conformance(): Promise<Tally> {
  return existsSync(inProject('..', 'shared', 'specs'))
    ? tallyOf('conformance.ts')
    : { passed: 0, failed: 0 };
}

/** Needs the public data beside the project; without it there is nothing to measure on. */
async function evaluation(): Promise<Tally> {
  return existsSync(inProject('..', 'shared', 'samples')) ? tallyOf('eval.ts') : { passed: 0, failed: 0 };
}

/** Runs one of the scripts that end with `N passed, N failed`. */
async function tallyOf(script: string): Promise<Tally> {
  const child = spawn('node', [inProject('scripts', script)], {
    cwd: projectDirectory,
    env: projectEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last: Tally | null = null;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    console.log(line);
    const match = /(\d+) passed, (\d+) failed/.exec(line);
    if (match) last = { passed: Number(match[1]), failed: Number(match[2]) };
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (exit) => resolve(exit));
  });
  const said: Tally = last ?? { passed: 0, failed: 0 };
  return code !== 0 && said.failed === 0 ? { ...said, failed: 1 } : said;
}
