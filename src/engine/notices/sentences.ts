import type { Notice, NoticeAction } from '../../shared/models/event.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import { failureCodes } from '../http/call.ts';
import { ruleOf } from '../http/failure-policy.ts';
import type { NoticesDeps } from './notices-deps.ts';
import type { Told } from './subject.ts';

/** What needs the user comes before what is good to know. */
const urgency: readonly Told['kind'][] = [
  'account_needs_you',
  'worker_trouble',
  'failed',
  'unknown',
  'missed',
  'needs_you',
  'copies',
  'clock_wrong',
  'at_risk',
  'published',
];

/** One of a kind, told in full. */
export function singleNotice(deps: NoticesDeps, workspaceId: WorkspaceId, item: Told): Notice {
  const { kind, subject } = item;
  const target =
    item.deliveryId === ''
      ? placeOf(kind, subject.platformName, subject.accountId)
      : `/queue?delivery=${encodeURIComponent(item.deliveryId)}`;
  const named = {
    account: subject.account,
    platform: subject.platform,
    excerpt: subject.excerpt,
    problem: subject.problem,
  };
  return {
    kind,
    title: deps.words(`notices.${kind}.title`, named),
    body: deps.words(`notices.${kind}.body`, named).trim(),
    actions: actionsOfOne(deps, workspaceId, item, target),
    target,
    workspaceId,
  };
}

/** Several of a kind, told as one. */
export function severalNotice(deps: NoticesDeps, workspaceId: WorkspaceId, items: readonly Told[]): Notice {
  const [first] = items;
  const kind = first?.kind ?? 'published';
  const accounts = new Set(items.map((item) => item.subject.account));
  const codes = new Set(items.map((item) => item.code));
  const params = { count: items.length, account: first?.subject.account ?? '' };
  const target = kind === 'account_needs_you' ? '/accounts' : sectionOf(kind);
  const open: NoticeAction = { label: deps.words('notices.act.open'), run: { kind: 'open', target } };
  const retry =
    kind === 'failed' && accounts.size === 1 && codes.size === 1 && fixOf(first?.code ?? null) === 'retry';
  return {
    kind,
    title: deps.words(
      `notices.several.${kind}.${accounts.size === 1 && kind !== 'account_needs_you' ? 'same' : 'mixed'}`,
      params,
    ),
    body: kind === 'failed' && codes.size === 1 ? (first?.subject.problem ?? '') : listed(deps, items),
    actions: retry
      ? [
          {
            label: deps.words('notices.act.retryAll'),
            run: {
              kind: 'call',
              procedure: 'queue.retryAll',
              input: { workspaceId, code: first?.code ?? '', accountId: first?.accountId ?? '' },
            },
          },
          open,
        ]
      : [open],
    target,
    workspaceId,
  };
}

/** What came while nothing was to be told, or all at once, as one sentence a kind. */
export function summaryNotice(
  deps: NoticesDeps,
  workspaceId: WorkspaceId,
  items: readonly Told[],
  why: 'quiet' | 'away',
): Notice {
  const kinds = Map.groupBy(items, (item) => item.kind);
  const ordered = urgency.filter((kind) => kinds.has(kind));
  const kind = ordered[0] ?? 'published';
  const target = kind === 'account_needs_you' ? '/accounts' : sectionOf(kind);
  return {
    kind,
    title: deps.words(`notices.summary.${why}`),
    body: ordered
      .map((each) => deps.words(`notices.summary.${each}`, { count: kinds.get(each)?.length ?? 0 }))
      .join(' '),
    actions: [{ label: deps.words('notices.act.open'), run: { kind: 'open', target } }],
    target,
    workspaceId,
  };
}

/** What a button of one delivery's notice may call. */
type OneCall = 'queue.retry' | 'queue.lookAgain' | 'queue.posted' | 'queue.notNow';

function actionsOfOne(
  deps: NoticesDeps,
  workspaceId: WorkspaceId,
  item: Told,
  target: string,
): NoticeAction[] {
  const { subject, deliveryId } = item;
  const open: NoticeAction = { label: deps.words('notices.act.open'), run: { kind: 'open', target } };
  const call = (label: string, procedure: OneCall): NoticeAction => ({
    label: deps.words(label),
    run: { kind: 'call', procedure, input: { workspaceId, id: deliveryId } },
  });
  const go = (label: string, place: string): NoticeAction => ({
    label: deps.words(label),
    run: { kind: 'open', target: place },
  });
  const reconnect = go(
    'notices.act.reconnect',
    placeOf('account_needs_you', subject.platformName, subject.accountId),
  );
  switch (item.kind) {
    case 'published':
      return [];
    case 'failed':
      switch (fixOf(item.code)) {
        case 'reconnect':
          return [reconnect, open];
        case 'edit':
          return [go('notices.act.edit', `/compose/${subject.postId ?? ''}`), open];
        case 'retry':
          return [call('notices.act.retry', 'queue.retry'), open];
      }
    case 'unknown':
      return [call('notices.act.look', 'queue.lookAgain'), open];
    case 'needs_you':
      return [call('notices.act.posted', 'queue.posted'), call('notices.act.notNow', 'queue.notNow')];
    case 'account_needs_you':
      return [reconnect];
    case 'missed':
    case 'at_risk':
    case 'worker_trouble':
    case 'clock_wrong':
    case 'copies':
      return [open];
  }
}

/** Which button mends a failure, by the failure policy; trying again where the policy leaves it open. */
function fixOf(code: string | null): 'reconnect' | 'edit' | 'retry' {
  if (code === 'not_connected') return 'reconnect';
  if (code === 'refused_later') return 'edit';
  const known = failureCodes.find((each) => each === code);
  const fix = known === undefined ? 'none' : ruleOf({ code: known, reach: 'refused' }).fix;
  return fix === 'reconnect' ? 'reconnect' : fix === 'edit' || fix === 'replace_media' ? 'edit' : 'retry';
}

function placeOf(kind: Told['kind'], platform: string, accountId: string): string {
  if (kind === 'copies') return '/settings#copies';
  if (kind !== 'account_needs_you') return '/health';
  return `/accounts?connect=${encodeURIComponent(platform)}&reconnect=${encodeURIComponent(accountId)}`;
}

function sectionOf(kind: Told['kind']): string {
  switch (kind) {
    case 'published':
      return '/queue?section=done';
    case 'at_risk':
      return '/queue?section=next';
    case 'failed':
    case 'unknown':
    case 'missed':
    case 'needs_you':
    case 'account_needs_you':
      return '/queue?section=needs_me';
    case 'worker_trouble':
    case 'clock_wrong':
    case 'copies':
      return '/health';
  }
}

/** The first words of a few, so that one knows which. */
function listed(deps: NoticesDeps, items: readonly Told[]): string {
  const shown = items.slice(0, 3).map((item) => {
    const words = item.subject.excerpt.replaceAll(/\s+/g, ' ');
    return words.length > 40 ? `${words.slice(0, 40).trimEnd()}…` : words;
  });
  const more = items.length - shown.length;
  const names = items[0]?.kind === 'account_needs_you' ? items.map((item) => item.subject.account) : shown;
  return more > 0 && names === shown
    ? deps.words('notices.andMore', { shown: shown.join(' · '), count: more })
    : names.join(' · ');
}
