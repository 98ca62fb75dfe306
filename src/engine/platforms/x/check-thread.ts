import type { CheckedPart, PartProblem } from '../content.ts';
import { problem } from './problems.ts';

/**
 * X refuses a text that the same account posted shortly before: two parts of a thread must differ. With media it
 * sometimes lets them pass. Replies within a thread also reach everybody named in them.
 */
export const checkThread = (parts: readonly CheckedPart[]): readonly PartProblem[] => {
  const firstWith = new Map<string, number>();
  const problems: PartProblem[] = [];
  for (const [part, { text, media }] of parts.entries()) {
    const said = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
    if (said === '') continue;
    const same = firstWith.get(said);
    if (same === undefined) {
      firstWith.set(said, part);
      continue;
    }
    const hasMedia = media.length > 0 || (parts[same]?.media.length ?? 0) > 0;
    problems.push(
      problem({
        id: 'x_duplicate_part',
        part,
        severity: hasMedia ? 'warning' : 'error',
        params: { first: same + 1, second: part + 1 },
        range: { start: 0, end: text.length },
      }),
    );
  }
  return problems;
};
