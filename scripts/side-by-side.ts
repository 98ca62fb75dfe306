import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { inProject, projectDirectory } from './project.ts';

/** What is read of a report of vitest in JSON. */
const testReport = z.object({
  success: z.boolean(),
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  /** Of each file: its name, when it began and ended, and its tests. */
  testResults: z.array(z.unknown()),
});
/** How a run of tests went, in vitest's own terms. */
type TestReport = z.infer<typeof testReport>;

const reportFile = inProject('test-results', 'vitest.json');

/** The report of the last run of all tests, or null where it did not come to its end. */
export function readTestReport(): TestReport | null {
  return existsSync(reportFile) ? reportIn(reportFile) : null;
}

/** Removes the last report, so that none is taken for that of a run which did not come so far. */
export function forgetTestReport(): void {
  rmSync(reportFile, { force: true });
}

const projects = ['browser', 'unit', 'processes'] as const;
type Project = (typeof projects)[number];

const reportOf = (project: Project): string => inProject('test-results', `${project}.json`);

/**
 * Runs the projects of vitest on two lanes, about as long as each other: the browser's on one, the unit tests and then
 * those of whole processes on the other. What the second lane says comes in one piece for each project. Leaves one report of all in
 * test-results/vitest.json and resolves with an exit code, 0 where all passed.
 */
export async function runSideBySide(env: NodeJS.ProcessEnv): Promise<number> {
  mkdirSync(inProject('test-results'), { recursive: true });
  forgetTestReport();
  for (const project of projects) rmSync(reportOf(project), { force: true });
  const second = async (): Promise<number> => {
    const unit = await runProject('unit', { env, print: 'at_the_end' });
    const processes = await runProject('processes', { env, print: 'at_the_end' });
    return unit === 0 ? processes : unit;
  };
  const codes = await Promise.all([runProject('browser', { env, print: 'at_once' }), second()]);
  const files = projects.map(reportOf);
  if (files.every((file) => existsSync(file))) {
    const report = files.map(reportIn).reduce(together);
    writeFileSync(reportFile, JSON.stringify(report));
    console.log(`In all ${report.numPassedTests} tests passed and ${report.numFailedTests} failed.`);
  }
  return codes.find((code) => code !== 0) ?? 0;
}

interface Output {
  readonly env: NodeJS.ProcessEnv;
  readonly print: 'at_once' | 'at_the_end';
}

function runProject(project: Project, { env, print }: Output): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(project)}`];
  return new Promise((resolve, reject) => {
    const child = spawn('vitest', ['run', `--project=${project}`, ...reporters], {
      cwd: projectDirectory,
      env,
      // Not a terminal: each would draw over the other's lines.
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const kept: Buffer[] = [];
    const take = (chunk: Buffer): void => {
      if (print === 'at_once') process.stdout.write(chunk);
      else kept.push(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(kept));
      resolve(code ?? 1);
    });
  });
}

function reportIn(file: string): TestReport {
  return testReport.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function together(one: TestReport, other: TestReport): TestReport {
  return {
    success: one.success && other.success,
    numTotalTests: one.numTotalTests + other.numTotalTests,
    numPassedTests: one.numPassedTests + other.numPassedTests,
    numFailedTests: one.numFailedTests + other.numFailedTests,
    numPendingTests: one.numPendingTests + other.numPendingTests,
    numTodoTests: one.numTodoTests + other.numTodoTests,
    testResults: [...one.testResults, ...other.testResults],
  };
}
