import { isMet } from '../../../engine/evaluation/evaluation.ts';
import type { Findings, Target } from '../../../engine/evaluation/evaluation.ts';
import { table } from '../table.ts';

/** What an evaluation found, for a terminal. */
export function findingsReport({ tables, notes, targets }: Findings): string {
  return [
    ...tables.map(({ title, heads, rows }) => `${title}\n${table(heads, rows)}`),
    ...(targets.length > 0 ? [targets.map(targetLine).join('\n')] : []),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
  ].join('\n\n');
}

/** A target with its verdict in one line. */
function targetLine(target: Target): string {
  const { name, value, atLeast, atMost } = target;
  const wanted = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ].join(', ');
  const said = Number.isFinite(value) ? value.toFixed(3) : 'none';
  return `${isMet(target) ? 'met   ' : 'missed'}  ${name}: ${said} (to reach: ${wanted})`;
}
