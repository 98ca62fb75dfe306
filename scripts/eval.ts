import { existsSync } from 'node:fs';
import { isMet } from '../src/engine/evaluation/evaluation.ts';
import type { Target } from '../src/engine/evaluation/evaluation.ts';
import { findingsReport } from '../src/host/cli/eval/findings-report.ts';
import { evaluationKinds } from '../src/host/cli/eval/kinds.ts';
import { readEvaluated } from '../src/host/cli/eval/read-evaluated.ts';
import { inProject } from './project.ts';

/**
 * `npm run eval`: every evaluation on the public data beside the project. What fails is an evaluation that cannot be made;
 * a missed target is said as such and fails nothing, because whether data allow it is no property of the program.
 */
const kinds = await Promise.all(
  Object.entries(evaluationKinds).map(async ([name, load]) => ({ name, ...(await load()) })),
);
const missing = new Map(
  kinds
    .flatMap(({ samples }) => samples)
    .filter(({ file }) => !existsSync(sampleFile(file)))
    .map(({ file, original }) => [file, original]),
);
if (missing.size > 0) {
  console.log(
    'The evaluation needs public data that is not part of this project, in ../shared/samples. Missing:',
  );
  for (const [file, original] of missing)
    console.log(`  ../shared/samples/${file}\n    original: ${original}`);
  process.exitCode = 1;
} else {
  await evaluateAll();
}

async function evaluateAll(): Promise<void> {
  const targets: Target[] = [];
  let [passed, failed] = [0, 0];
  for (const { name, samples, run } of kinds) {
    for (const { file, options } of samples) {
      console.log(
        `--- ocma eval ${name} ../shared/samples/${file}${options?.target ? ` --target ${options.target}` : ''}${options?.shuffle ? ' --shuffle' : ''}\n`,
      );
      try {
        const findings = await run(await readEvaluated(sampleFile(file)), options ?? {});
        console.log(`${findingsReport(findings)}\n`);
        targets.push(...findings.targets);
        passed += 1;
      } catch (error) {
        console.log(`FAILED: ${error instanceof Error ? error.message : String(error)}\n`);
        failed += 1;
      }
    }
  }
  const met = targets.filter(isMet).length;
  console.log(`${met} of ${targets.length} targets met.`);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function sampleFile(file: string): string {
  return inProject('..', 'shared', 'samples', file);
}
