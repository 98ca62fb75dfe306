import type { ConnectionFlow } from '../../../shared/contract/accounts.ts';

type Candidate = ConnectionFlow['candidates'][number];

/** What is chosen before the user chooses: what is connected already, since that only renews it, or the only one there is. */
export function chosenAtFirst(candidates: readonly Candidate[]): string[] {
  const usable = candidates.filter(({ unusable }) => unusable === null);
  return usable.filter(({ connected }) => connected || usable.length === 1).map(({ remoteId }) => remoteId);
}
