import type { AccountId, PostId } from '../../../shared/models/ids.ts';
import { OcmaError } from '../../../shared/errors.ts';
import type { PostPart } from '../../../shared/models/post.ts';
import type { OptionValues, PostOptions } from '../../../shared/models/publish-option.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import type { Caller, PreflightLine } from '../../feature.ts';
import { dollars } from '../../money.ts';
import type { CheckedPart } from '../../platforms/content.ts';
import type { Platform } from '../../platforms/platform.ts';
import { checkedParts, partsAsSent } from '../content-facts.ts';
import { firstCommentOf, namedOptions, optionsAt } from '../../platforms/options/post-options.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { findTarget } from '../publish/target.ts';
import type { Target } from '../publish/target.ts';
import { collectLines } from './line.ts';
import type { Say } from './line.ts';
import { sayDuplicates } from './neighbours.ts';
import { sayStanding } from './standing.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

export interface PreflightRequest {
  readonly parts: readonly PostPart[];
  readonly options: PostOptions;
  readonly accountIds: readonly AccountId[];
  /** `passed`: the chosen time is behind us. */
  readonly when: WallTime | 'passed' | null;
  /** Left out of the search for duplicates. */
  readonly postId: PostId | undefined;
}

export interface Preflight {
  readonly lines: PreflightLine[];
  readonly costs: { accountId: AccountId; costMicros: number; note: string | null }[];
}

/**
 * What stands in the way of a post, and what it costs, before anything is written.
 * @throws `not_found` for an account that is not of the workspace
 */
export function preflightOf(deps: PostsDeps, caller: Caller, request: PreflightRequest): Preflight {
  const { lines, say } = collectLines(deps.words);
  const content = checkedParts(deps, caller.workspaceId, request.parts);
  if (request.accountIds.length === 0) say('noAccounts', 'error');
  for (const { part } of content.missing) say('mediaMissing', 'error', {}, { part });
  if (request.when === 'passed') say('timePassed', 'error');
  else if (request.when !== null && request.when.note !== 'none') say(request.when.note, 'warning');
  const planned = request.when !== null && request.when !== 'passed';
  const around = planned ? request.when.instant : deps.ports.clock.now();
  const options = namedOptions(deps.platformOf, request.options);
  const post = {
    workspaceId: caller.workspaceId,
    postId: request.postId ?? '',
    texts: request.parts.map((part) => part.text),
    around,
  };
  const costs: Preflight['costs'] = [];
  for (const accountId of request.accountIds) {
    const target = findTarget(deps.db, caller.workspaceId, accountId);
    if (target === undefined) throw new OcmaError('not_found', { what: 'account' });
    const platform = deps.platformOf(target.platform);
    const account = handleOf(target.ref);
    sayStanding(deps, caller.workspaceId, target, around, say);
    const { values, problems } = optionsAt(platform, target.profile, options);
    for (const { id, option, limit } of problems) {
      const params = { account, platform: platform.card.title, option, limit: limit ?? 0 };
      say(id, 'error', params, { accountId });
    }
    if (platform.card.laterParts === 'none' && request.parts.length > 1)
      say('laterParts', 'error', { platform: platform.card.title }, { accountId, part: 1 });
    sayCommentRight(platform, target, values, say);
    const parts = partsAsSent(platform, values, content.parts);
    for (const problem of platform.check(parts, target.profile, {
      options: values,
      hasMediaHost: deps.mediaHostOf(caller.workspaceId) !== null,
      scopes: target.scopes,
    })) {
      say(
        problem.id,
        problem.severity,
        { ...problem.params, account },
        { accountId, part: problem.part, range: problem.range },
      );
    }
    sayDuplicates(deps, post, target, say);
    const { costMicros, note } = platform.cost(costed(parts, values));
    costs.push({ accountId, costMicros, note: note === null ? null : linkNote(deps, platform, target) });
  }
  sayCap(deps, caller, costs, say);
  return { lines, costs };
}

/** The first comment is a post of its own to a network that charges for each. */
function costed(parts: readonly CheckedPart[], values: OptionValues): readonly CheckedPart[] {
  const comment = firstCommentOf(values);
  return comment === null ? parts : [...parts, { text: comment, media: [] }];
}

function sayCommentRight(platform: Platform, target: Target, values: OptionValues, say: Say): void {
  const needed = platform.scopesOf?.comment ?? [];
  if (firstCommentOf(values) === null || needed.every((scope) => target.scopes.includes(scope))) return;
  say(
    'commentScope',
    'error',
    { account: handleOf(target.ref), platform: platform.card.title },
    { accountId: target.id },
  );
}

function linkNote(
  deps: PostsDeps,
  platform: ReturnType<PostsDeps['platformOf']>,
  target: Target,
): string | null {
  const price = platform.rules(target.profile).links.costs;
  if (price === null) return null;
  return deps.words('preflight.linkCost.text', {
    platform: platform.card.title,
    withLink: dollars(price.withLink),
    withoutLink: dollars(price.withoutLink),
  });
}

function sayCap(deps: PostsDeps, caller: Caller, costs: Preflight['costs'], say: Say): void {
  const cap = deps.settingsOf(caller.workspaceId).monthlyCapMicros;
  const cost = costs.reduce((sum, item) => sum + item.costMicros, 0);
  if (cap === null || cost === 0) return;
  const total = deps.spentThisMonth(caller.workspaceId) + cost;
  if (total > cap) say('spendingCap', 'error', { total: dollars(total), cap: dollars(cap) });
}
