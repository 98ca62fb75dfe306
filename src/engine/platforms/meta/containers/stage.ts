import type { AccountHttp, CallResult, Failure } from '../../../http/call.ts';
import type { Staged, StageResult } from '../../settling.ts';
import { createContainer, readContainer } from './calls.ts';
import type { ContainerNetwork, Fields } from './calls.ts';
import { failureOfContainer, isUnknownContainer, mayMakeAnew } from './failure.ts';
import { newHandle, readHandle, writeHandle } from './handle.ts';
import type { ContainerHandle } from './handle.ts';

/** Meta forgets a container that was not published within this time, in milliseconds. */
export const containerLivesMs = 24 * 3_600_000;

/** How long to leave a container alone before asking again, by how often it was asked for; then the last, in milliseconds. */
const askAfterMs = [5_000, 15_000, 30_000, 60_000] as const;
/** After this a container is given up and made anew, in milliseconds. Meta means five minutes to be enough for most. */
const patienceMs = 3_600_000;

export type FieldsResult =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly failure: Failure };

/** The containers that a post is made of. Fields are asked for when a container is made: media are then put where Meta finds them. */
export interface ContainerPlan {
  /** The items of a carousel, in order; empty for a post that is one container. */
  readonly children: readonly (() => Promise<FieldsResult>)[];
  readonly whole: (children: readonly string[]) => Promise<FieldsResult>;
}

interface Staging {
  readonly http: AccountHttp;
  readonly network: ContainerNetwork;
  readonly accountId: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/**
 * Makes the containers of a post, children first, or asks how far those are that were made before. Ready is what Meta calls
 * finished. A container that is published already counts as ready, too: publishing it says so.
 */
export const stageContainers = async (
  staging: Staging,
  plan: ContainerPlan,
  earlier: Staged | null,
): Promise<StageResult> => {
  const start = staging.now();
  let handle = readHandle(earlier?.handle ?? null) ?? newHandle(start);
  for (const fieldsOf of plan.children.slice(handle.children.length)) {
    const child = await make(staging, fieldsOf);
    if (!child.ok) return { state: 'failed', failure: child.failure, spent: false };
    handle = { ...handle, children: [...handle.children, child.data] };
  }
  if (handle.container === null) {
    for (const child of handle.children) {
      const finished = await isFinished(staging, handle, child);
      if (finished !== true) return finished;
    }
    const { children } = handle;
    const whole = await make(staging, () => plan.whole(children));
    if (!whole.ok) return { state: 'failed', failure: whole.failure, spent: false };
    handle = { ...handle, container: whole.data, asked: 0 };
  }
  const finished = await isFinished(staging, handle, handle.container ?? '');
  return finished === true ? { state: 'ready', staged: staged(handle) } : finished;
};

const make = async (
  { http, network, accountId, signal }: Staging,
  fieldsOf: () => Promise<FieldsResult>,
): Promise<CallResult<string>> => {
  const fields = await fieldsOf();
  return fields.ok ? await createContainer(http, network, accountId, fields.fields, signal) : fields;
};

/** Whether a container can be used; else what the staging has come to. */
const isFinished = async (
  { http, network, now }: Staging,
  handle: ContainerHandle,
  containerId: string,
): Promise<true | StageResult> => {
  const result = await readContainer(http, network, containerId);
  if (!result.ok) {
    const { failure } = result;
    return isUnknownContainer(failure)
      ? { state: 'failed', failure: mayMakeAnew(failure.detail), spent: true }
      : { state: 'failed', failure, spent: false };
  }
  const { state, words } = result.data;
  switch (state) {
    case 'FINISHED':
    case 'PUBLISHED':
      return true;
    case 'IN_PROGRESS':
      return waiting(handle, now());
    case 'ERROR':
      return { state: 'failed', failure: failureOfContainer(words), spent: true };
    case 'EXPIRED':
      return {
        state: 'failed',
        failure: mayMakeAnew('What was prepared has run out; it is prepared anew.'),
        spent: true,
      };
  }
};

const waiting = (handle: ContainerHandle, now: number): StageResult => {
  if (now > handle.madeAt + patienceMs)
    return {
      state: 'failed',
      failure: mayMakeAnew('The network has been preparing the post for an hour; it is prepared anew.'),
      spent: true,
    };
  const wait = askAfterMs[Math.min(handle.asked, askAfterMs.length - 1)] ?? askAfterMs[0];
  return {
    state: 'processing',
    staged: staged({ ...handle, asked: handle.asked + 1 }),
    askAt: now + wait,
  };
};

const staged = (handle: ContainerHandle): Staged => ({
  handle: writeHandle(handle),
  expiresAt: handle.madeAt + containerLivesMs,
});
