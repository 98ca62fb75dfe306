import { EvaluationInputError } from '../../../engine/evaluation/input-error.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { findingsReport } from './findings-report.ts';
import { evaluationKinds } from './kinds.ts';
import { readEvaluated } from './read-evaluated.ts';

/** `ocma eval KIND FILE`: how good the advice is, measured on a file of judged or past posts. Touches no data of the app. */
export async function evaluate(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean', default: false },
    target: { type: 'string' },
    shuffle: { type: 'boolean', default: false },
  });
  const [name, file, ...more] = positionals;
  const names = Object.keys(evaluationKinds).join(', ');
  if (name === undefined || file === undefined || more.length > 0) {
    throw new UsageError(`Name what to evaluate (${names}) and one file.`);
  }
  const load = Object.hasOwn(evaluationKinds, name) ? evaluationKinds[name] : undefined;
  if (load === undefined) throw new UsageError(`There is no evaluation "${name}". There are: ${names}.`);
  try {
    const { run } = await load();
    const options = {
      ...(values.target !== undefined && { target: values.target }),
      ...(values.shuffle && { shuffle: true }),
    };
    const findings = await run(await readEvaluated(file), options);
    console.log(values.json ? JSON.stringify(findings.json) : findingsReport(findings));
    return 0;
  } catch (error) {
    if (error instanceof EvaluationInputError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
