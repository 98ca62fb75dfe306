import { sentence } from '../wording.ts';
import { noteCalls } from '../model/ask-and-pay.ts';
import type { Payer } from '../model/ask-and-pay.ts';
import type { Sorted } from './sort-versions.ts';

/**
 * The versions that the server's moderation lets pass, where the user wants it asked, with the reasons of the others.
 * Where nobody can say, none passes.
 */
export async function withoutFlagged(
  { deps, workspaceId, model }: Payer,
  good: Sorted['good'],
  signal: AbortSignal | undefined,
): Promise<{ readonly fine: Sorted['good']; readonly flagged: readonly string[] }> {
  if (!model.moderate || good.length === 0) return { fine: good, flagged: [] };
  const { moderate } = await import('../model/moderate.ts');
  const texts = good.map(({ version }) => [version.text, version.why].join('\n'));
  const { flags, call } = await moderate(model.server, texts, signal);
  await deps.db.patiently(async () => noteCalls({ deps, workspaceId }, 'moderate', [call], 0));
  if (flags === null) return { fine: [], flagged: [sentence('assist', 'rejected_unmoderated')] };
  return {
    fine: good.filter((_, index) => flags[index]?.length === 0),
    flagged: flags
      .filter((kinds) => kinds.length > 0)
      .map((kinds) => sentence('assist', 'rejected_flagged', { kinds: kinds.join(', ') })),
  };
}
