import type { PreflightLine } from '../../feature.ts';
import type { Words } from '../../words.ts';

/** Adds a line; its sentence and fix come from the catalogue under `preflight.<id>`. */
export type Say = (
  id: string,
  severity: PreflightLine['severity'],
  params?: Readonly<Record<string, string | number>>,
  at?: Partial<PreflightLine>,
) => void;

/** Collects lines in the order they are said. */
export function collectLines(words: Words): { readonly lines: PreflightLine[]; readonly say: Say } {
  const lines: PreflightLine[] = [];
  const say: Say = (id, severity, params = {}, at = {}) => {
    const text = words(`preflight.${id}.text`, params);
    const fix = words(`preflight.${id}.fix`, params) || null;
    lines.push({ id, severity, accountId: null, part: null, range: null, text, fix, ...at });
  };
  return { lines, say };
}
