import type { AssistVersion } from '../../../shared/models/assist.ts';
import { sentence } from '../wording.ts';
import { strayFaults } from './checks/stray.ts';
import type { Commission, Style } from './commission.ts';
import { noStyle } from './commission.ts';
import type { AssistKind, Proposal } from './kind.ts';
import type { Faulty } from './question-for.ts';

/** An answer's proposals: what may be shown, and what has faults, with the style that it should have had. */
export interface Sorted {
  readonly good: readonly { readonly version: AssistVersion; readonly proposal: Proposal }[];
  readonly faulty: readonly (Faulty & { readonly style: Style })[];
}

/** Checks every proposal; `known` are the versions that are good already. */
export function sortVersions(
  kind: AssistKind,
  commission: Commission,
  proposals: readonly Proposal[],
  styles: readonly Style[],
  known: readonly AssistVersion[],
): Sorted {
  const good: Sorted['good'][number][] = [];
  const faulty: Sorted['faulty'][number][] = [];
  const seen = new Set(known.map(({ text }) => text));
  for (const [index, proposal] of proposals.slice(0, styles.length).entries()) {
    const style = styles[index] ?? noStyle;
    const version = kind.versionOf(proposal, style, commission);
    const repeated = seen.has(proposal.text) ? [sentence('rewrite', 'rejected_unchanged')] : [];
    const stray = strayFaults(commission.whole, proposal.text);
    const faults = [...new Set([...repeated, ...stray, ...kind.faultsOf(version, commission)])];
    seen.add(proposal.text);
    if (faults.length > 0) faulty.push({ text: proposal.text, faults, style });
    else good.push({ version, proposal });
  }
  return { good, faulty };
}
