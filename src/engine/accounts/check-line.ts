import type { z } from 'zod';
import type { checkLine } from '../../shared/models/account.ts';

export type CheckLine = z.infer<typeof checkLine>;

/** Whether nothing in a check stands in the way. */
export function isFine(lines: readonly CheckLine[]): boolean {
  return lines.every((line) => line.status !== 'problem');
}
