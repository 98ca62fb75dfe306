import { setImmediate } from 'node:timers/promises';
import type { planningContract } from '../../shared/contract/planning.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import type { PlanItem, UnplacedItem } from '../../shared/models/planning.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { wallTimeAt } from '../time/wall-time.ts';
import { planCampaign } from './plan/campaign.ts';
import { dayMs } from './plan/board.ts';
import { fillWeek } from './plan/plan.ts';
import type { Plan } from './plan/plan.ts';
import type { PlanSubject } from './plan/plan-request.ts';
import type { Said } from './plan/said.ts';
import { planGround } from './plan-ground.ts';
import type { PlanGround } from './plan-ground.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { assertAccount, readDrafts, readRepeats } from './read/plan-subjects.ts';
import type { ReadSubject } from './read/plan-subjects.ts';
import { sentenceOf } from './sentences.ts';

type Input = ProcedureInput<(typeof planningContract)['propose']>;

/** The longest stretch that is planned at once, in milliseconds. */
const longestMs = 62 * dayMs;

/** @throws `invalid_input` for a stretch that ends before it begins or is too long, `not_found` for what is another workspace's */
export async function propose(
  deps: PlanningDeps,
  caller: Caller,
  input: Input,
): Promise<{ timeZone: string; items: PlanItem[]; unplaced: UnplacedItem[] }> {
  const { workspaceId } = caller;
  if (input.to <= input.from || input.to - input.from > longestMs)
    throw new OcmaError('invalid_input', { what: 'from, to' });
  if (input.mode === 'campaign' && input.campaign === undefined)
    throw new OcmaError('invalid_input', { what: 'campaign' });
  for (const id of input.campaign?.order ?? []) assertAccount(deps.db, workspaceId, id);
  const ground = await planGround(deps, workspaceId, input, true);
  const { ready, refused } = await readyOf(
    deps,
    caller,
    readDrafts(deps, workspaceId, input.drafts, ground.categoryOf),
  );
  const plan = await planOf(deps, caller, input, ground, ready);
  return {
    timeZone: ground.request.timeZone,
    items: plan.placed
      .map(({ subject, accountId, at, why }): PlanItem => ({
        kind: subject.kind,
        postId: subject.postId,
        accountId,
        platform: ground.request.accounts.find(({ id }) => id === accountId)?.platform ?? '',
        version: subject.version,
        categoryId: subject.categoryId,
        when: wallTimeAt(at, ground.request.timeZone),
        excerpt: subject.excerpt,
        why: why.map((said) => sentenceOf(deps.words, said)),
        warnings: [],
      }))
      .toSorted((one, other) => one.when.instant - other.when.instant),
    unplaced: [...refused, ...plan.unplaced].map(({ subject, accountId, why }) => ({
      kind: subject.kind,
      postId: subject.postId,
      accountId,
      excerpt: subject.excerpt,
      why: sentenceOf(deps.words, why),
    })),
  };
}

async function planOf(
  deps: PlanningDeps,
  caller: Caller,
  input: Input,
  { request, categoryOf }: PlanGround,
  drafts: readonly PlanSubject[],
): Promise<Plan> {
  if (input.mode === 'campaign' && input.campaign !== undefined)
    return planCampaign(request, input.campaign, drafts);
  const repeats =
    input.drafts === undefined
      ? (await readyOf(deps, caller, readRepeats(deps, caller.workspaceId, request.categories, categoryOf)))
          .ready
      : [];
  return fillWeek(request, drafts, repeats);
}

interface Refused {
  readonly subject: PlanSubject;
  readonly accountId: AccountId | null;
  readonly why: Said;
}

/** Posts that are looked at before others get their turn: the thread that plans also serves the window. */
const subjectsATurn = 10;

/** Leaves out posts, or accounts of posts, for which something stands in the way whatever the time. */
async function readyOf(
  deps: PlanningDeps,
  caller: Caller,
  subjects: readonly ReadSubject[],
): Promise<{ readonly ready: readonly PlanSubject[]; readonly refused: readonly Refused[] }> {
  const refused: Refused[] = [];
  const readyAt = (subject: ReadSubject): PlanSubject[] => {
    if (subject.accounts.length === 0) return [subject];
    const accountIds = subject.accounts.map(({ accountId }) => accountId);
    const { parts, options } = subject;
    const errors = deps
      .checkContent(caller, { parts, options, accountIds, when: null })
      .lines.filter(({ severity }) => severity === 'error');
    const whole = errors.find(({ accountId }) => accountId === null);
    if (whole !== undefined) {
      refused.push({ subject, accountId: null, why: notReady(whole.text) });
      return [];
    }
    const accounts = subject.accounts.filter(({ accountId }) => {
      const error = errors.find((line) => line.accountId === accountId);
      if (error !== undefined) refused.push({ subject, accountId, why: notReady(error.text) });
      return error === undefined;
    });
    return accounts.length === 0 ? [] : [{ ...subject, accounts }];
  };
  const ready: PlanSubject[] = [];
  for (const [index, subject] of subjects.entries()) {
    ready.push(...readyAt(subject));
    if (index % subjectsATurn === subjectsATurn - 1) await setImmediate();
  }
  return { ready, refused };
}

const notReady = (reason: string): Said => ({ id: 'not_ready', params: { reason } });
