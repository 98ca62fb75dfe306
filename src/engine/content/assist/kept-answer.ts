import { z } from 'zod';
import { hook, tone } from '../../../shared/models/assist.ts';
import type { AssistVersion } from '../../../shared/models/assist.ts';
import type { AnswerCache } from '../model/answer-cache.ts';
import type { Commission } from './commission.ts';
import type { AssistKind, Proposal } from './kind.ts';

const keptSchema = z.array(
  z.object({
    text: z.string(),
    pieces: z.array(z.string()),
    why: z.string(),
    tone: tone.nullable(),
    hook: hook.nullable(),
  }),
);

/** The versions that an earlier answer gave to the same question, checked anew; none where there is none. */
export function readKept(
  cache: AnswerCache,
  key: string,
  kind: AssistKind,
  commission: Commission,
): readonly AssistVersion[] {
  const kept = cache.get(key);
  if (kept === null) return [];
  try {
    return keptSchema
      .parse(JSON.parse(kept))
      .map(({ tone: sound, hook: opening, ...proposal }) =>
        kind.versionOf(proposal, { tone: sound, hook: opening }, commission),
      )
      .filter((version) => kind.faultsOf(version, commission).length === 0);
  } catch {
    return [];
  }
}

/** Keeps versions that passed every check. */
export function keep(
  cache: AnswerCache,
  key: string,
  versions: readonly { readonly version: AssistVersion; readonly proposal: Proposal }[],
): void {
  const kept = versions.map(({ version, proposal }) => ({
    ...proposal,
    tone: version.tone,
    hook: version.hook,
  }));
  cache.set(key, JSON.stringify(kept));
}
