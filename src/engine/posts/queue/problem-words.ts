import { hasWords } from '../../words.ts';
import type { Words } from '../../words.ts';
import type { StoredProblem } from '../ledger/stored-problem.ts';

/** Codes whose reason only the network can give: its own words belong to the sentence. */
const telling = ['content_rejected', 'platform_refused', 'account_action_required'];

/** The sentences of a code: what happened and what to do. A code without words gets those of `internal`. */
export function problemWords(
  words: Words,
  problem: Pick<StoredProblem, 'code' | 'detail' | 'params'>,
  named: { readonly platform: string; readonly account: string },
): { message: string; fix: string } {
  const { code, detail, params } = problem;
  const key = hasWords(`errors.${code}.message`) ? code : 'internal';
  const filled = { reason: detail, ...params, ...named };
  const says = telling.includes(code) && detail !== '' ? ` ${words('errors.networkSays', { detail })}` : '';
  return {
    message: words(`errors.${key}.message`, filled) + says,
    fix: words(`errors.${key}.fix`, filled),
  };
}
