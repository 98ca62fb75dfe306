import type { z } from 'zod';
import type { preflightLine } from '../../shared/contract/posts.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { AccountId, PostId } from '../../shared/models/ids.ts';
import type { PostPart } from '../../shared/models/post.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller } from '../feature.ts';
import { zonedAt } from '../time/wall-time.ts';
import { checkedParts } from './content-facts.ts';
import { dollars } from '../money.ts';
import type { PostsDeps } from './posts-deps.ts';
import { findTarget } from './publish/target.ts';
import type { Target } from './publish/target.ts';

export type PreflightLine = z.infer<typeof preflightLine>;

export interface PreflightRequest {
  readonly parts: readonly PostPart[];
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

/** A duplicate is looked for this far back and ahead, in milliseconds; X refuses the same text for about a day. */
const duplicateWindowMs = 48 * 60 * 60_000;

/**
 * What stands in the way of a post, and what it costs, before anything is written.
 * @throws `not_found` for an account that is not of the workspace
 */
export function preflightOf(deps: PostsDeps, caller: Caller, request: PreflightRequest): Preflight {
  const lines: PreflightLine[] = [];
  const say = (
    id: string,
    severity: PreflightLine['severity'],
    params: Record<string, string | number> = {},
    at: Partial<PreflightLine> = {},
  ) =>
    lines.push({
      id,
      severity,
      accountId: null,
      part: null,
      range: null,
      text: deps.words(`preflight.${id}.text`, params),
      fix: deps.words(`preflight.${id}.fix`, params) || null,
      ...at,
    });

  const content = checkedParts(deps, caller.workspaceId, request.parts);
  if (request.accountIds.length === 0) say('noAccounts', 'error');
  for (const { part } of content.missing) say('mediaMissing', 'error', {}, { part });
  if (request.when === 'passed') say('timePassed', 'error');
  else if (request.when !== null && request.when.note !== 'none') say(request.when.note, 'warning');
  const costs: Preflight['costs'] = [];
  for (const accountId of request.accountIds) {
    const target = findTarget(deps.db, caller.workspaceId, accountId);
    if (target === undefined) throw new OcmaError('not_found', { what: 'account' });
    const platform = deps.platformOf(target.platform);
    const account = `@${target.ref.username}`;
    if (target.state !== 'connected') say('notConnected', 'error', { account }, { accountId });
    for (const problem of platform.check(content.parts, target.profile)) {
      say(
        problem.id,
        problem.severity,
        { ...problem.params, account },
        { accountId, part: problem.part, range: problem.range },
      );
    }
    sayDuplicates(deps, caller, request, target, say);
    const { costMicros, note } = platform.cost(content.parts);
    costs.push({ accountId, costMicros, note: note === null ? null : linkNote(deps, platform, target) });
  }
  sayCap(deps, caller, costs, say);
  return { lines, costs };
}

type Say = (
  id: string,
  severity: PreflightLine['severity'],
  params?: Record<string, string | number>,
  at?: Partial<PreflightLine>,
) => void;

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

function sayDuplicates(
  deps: PostsDeps,
  caller: Caller,
  request: PreflightRequest,
  target: Target,
  say: Say,
): void {
  const around =
    request.when === null || request.when === 'passed' ? deps.ports.clock.now() : request.when.instant;
  for (const [part, { text }] of request.parts.entries()) {
    if (text.trim() === '') continue;
    const same = deps.db
      .sql<{
        at: number;
        zone: string;
      }>(`SELECT coalesce(x.sent_at, d.due_at) AS at, coalesce(d.due_zone, 'UTC') AS zone
        FROM delivery_part x JOIN delivery d ON d.id = x.delivery_id JOIN post p ON p.id = d.post_id
        WHERE x.workspace_id = :workspaceId AND x.account_id = :accountId AND x.text = :text AND d.post_id <> :postId AND p.deleted_at IS NULL
          AND d.state IN ('scheduled', 'publishing', 'published', 'unknown') AND coalesce(x.sent_at, d.due_at) BETWEEN :from AND :to LIMIT 1`)
      .get({
        workspaceId: caller.workspaceId,
        accountId: target.id,
        text,
        postId: request.postId ?? '',
        from: around - duplicateWindowMs,
        to: around + duplicateWindowMs,
      });
    if (same === undefined) continue;
    const time = zonedAt(same.at, same.zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ');
    say(
      'duplicate',
      'warning',
      { account: `@${target.ref.username}`, time: `${time} (${same.zone})` },
      { accountId: target.id, part },
    );
  }
}

function sayCap(deps: PostsDeps, caller: Caller, costs: Preflight['costs'], say: Say): void {
  const cap = deps.settingsOf(caller.workspaceId).monthlyCapMicros;
  const cost = costs.reduce((sum, item) => sum + item.costMicros, 0);
  if (cap === null || cost === 0) return;
  const total = deps.spentThisMonth(caller.workspaceId) + cost;
  if (total > cap) say('spendingCap', 'error', { total: dollars(total), cap: dollars(cap) });
}
