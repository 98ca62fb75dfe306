import type { ExperimentDesign } from '../../../shared/contract/experiments.ts';
import { OcmaError } from '../../../shared/errors.ts';
import type { VersionsOut } from '../../../shared/models/experiment.ts';
import type { Caller, PreflightLine } from '../../feature.ts';
import type { ExperimentDeps } from '../experiment-deps.ts';
import { accountFacts } from '../reading/test-items.ts';
import { shortestGapMinutes } from './hours-ahead.ts';
import { mostPosts, postCount } from './layout.ts';
import { saysNearlySame } from './nearly-same.ts';

/** Posts of a test nearer to each other than this take each other's readers, in minutes. */
const leastGapMinutes = 12 * 60;

/** What a design is by the rules of its network. */
export interface CheckedDesign {
  readonly versionsOut: VersionsOut;
  readonly lines: readonly PreflightLine[];
}

/**
 * Looks at a design as a whole; what each post of it breaks is the preflight's to say.
 * @throws `not_found` for an account that is not of the workspace
 */
export function checkDesign(deps: ExperimentDeps, caller: Caller, design: ExperimentDesign): CheckedDesign {
  const lines: PreflightLine[] = [];
  const say = (
    id: string,
    severity: PreflightLine['severity'],
    params: Readonly<Record<string, string | number>> = {},
  ): void => {
    const text = deps.words(`experiments.line.${id}.text`, params);
    const fix = deps.words(`experiments.line.${id}.fix`, params) || null;
    lines.push({ id, severity, accountId: null, part: null, range: null, text, fix });
  };
  const facts = design.accountIds.map((id) => {
    const found = accountFacts(deps, caller.workspaceId, id);
    if (found === undefined) throw new OcmaError('not_found', { what: 'account' });
    return found;
  });
  const networks = [...new Set(facts.map(({ platform }) => platform))];
  const platform = deps.platformOf(networks[0] ?? '');
  const network = platform.card.title;
  const welcome = platform.similarPosts === 'allowed';
  const { variants, scheme, accountIds, repetitions } = design;

  if (new Set(variants.map(({ versions }) => versions.length)).size > 1) say('uneven', 'error');
  if (new Set(variants.map(({ name }) => name)).size < variants.length) say('sameNames', 'error');
  if (networks.length > 1) say('severalNetworks', 'error');
  if (new Set(accountIds).size < accountIds.length) say('accountTwice', 'error');
  if (scheme === 'comparable_times' && accountIds.length > 1) say('oneAccount', 'error');
  if (scheme === 'comparable_accounts' && accountIds.length < variants.length)
    say('fewAccounts', 'error', { accounts: accountIds.length, variants: variants.length });
  if (shortestGapMinutes(design.hours) < leastGapMinutes) say('close', 'error');
  if (repetitions > 1 && !welcome) say('repeats', 'error', { network });

  const similar = hasSimilarVersions(design);
  const sources = variants[0]?.versions.length ?? 0;
  const versionsOut: VersionsOut = scheme === 'comparable_accounts' || welcome || !similar ? 'all' : 'one';
  if (versionsOut === 'one') {
    if (sources < variants.length) say('similar', 'error', { network, variants: variants.length });
    else say('oneEach', 'info', { network });
  }
  if (scheme === 'comparable_accounts' && similar && !welcome) say('similarAcross', 'warning', { network });
  const posts = postCount(design, versionsOut);
  if (posts > mostPosts) say('manyPosts', 'error', { posts, most: mostPosts });
  return { versionsOut, lines };
}

/** Whether two posts that one source would make say nearly the same, or two sources do. */
function hasSimilarVersions({ variants }: ExperimentDesign): boolean {
  const all = variants.flatMap(({ versions }) => versions);
  return all.some((one, at) => all.slice(at + 1).some((other) => saysNearlySame(one, other)));
}
