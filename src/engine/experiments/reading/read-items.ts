import type { StoredExperiment } from '../experiment-store.ts';
import type { ExperimentDeps } from '../experiment-deps.ts';
import { valueOf } from '../statistics/post-value.ts';
import type { PostValue } from '../statistics/post-value.ts';
import type { LeftOutReason } from '../test-result.ts';
import { latest, readingAtAge, readingsOf } from './at-age.ts';
import type { Reading } from './at-age.ts';
import type { TestItem } from './test-items.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A post that went out further from its time than this is not at its hour any more. */
const offTimeMs = 90 * minuteMs;
/** What is not out by then is not waited for. */
const givenUpAfterMs = 2 * dayMs;
/** Reading takes a moment; the test looks after it. */
const readingMs = 10 * minuteMs;

/** What a test makes of one of its posts at this moment. */
export type ItemReading =
  | {
      readonly use: 'counted';
      readonly readAt: number;
      readonly engagements: number;
      readonly impressions: number | null;
      readonly value: PostValue;
    }
  /** `lookAt`: when there may be news. */
  | { readonly use: 'waiting'; readonly lookAt: number }
  | { readonly use: 'left_out'; readonly reason: LeftOutReason };

/** When the last post will have been read, if all goes as planned. */
export function endOf(items: readonly TestItem[], readAfterHours: number): number {
  const last = Math.max(...items.map(({ dueAt, publishedAt }) => publishedAt ?? dueAt));
  return last + readAfterHours * 60 * minuteMs + readingMs;
}

/** Reads each post at the age of the test; the same order as `items`. */
export function readItems(
  deps: ExperimentDeps,
  experiment: Pick<StoredExperiment, 'workspaceId' | 'measure' | 'readAfterHours'>,
  items: readonly TestItem[],
): ItemReading[] {
  const now = deps.ports.clock.now();
  const ageMs = experiment.readAfterHours * 60 * minuteMs;
  const readings = readingsOf(
    deps,
    experiment.workspaceId,
    items.flatMap(({ seenId }) => seenId ?? []),
  );
  return items.map((item): ItemReading => {
    const early = beforeItIsOut(item, now);
    if (early !== null || item.publishedAt === null) return early ?? leftOut('not_published');
    if (item.edited === 1) return leftOut('edited');
    if (Math.abs(item.publishedAt - item.dueAt) > offTimeMs) return leftOut('off_time');
    const reading = readingAtAge(readings.get(item.seenId ?? '') ?? [], item.publishedAt, ageMs);
    if (reading !== undefined) return counted(deps, experiment, reading);
    if (item.gone === 1 || item.deleted === 1) return leftOut('gone');
    const readBy = item.publishedAt + latest * ageMs;
    if (now > readBy) return leftOut('unread');
    const expected = item.publishedAt + ageMs + readingMs;
    return { use: 'waiting', lookAt: now < expected ? expected : Math.min(now + ageMs / 8, readBy + 1) };
  });
}

const leftOut = (reason: LeftOutReason): ItemReading => ({ use: 'left_out', reason });

/** Null for one that is out. */
function beforeItIsOut(item: TestItem, now: number): ItemReading | null {
  if (item.state === 'published') return null;
  if (item.deleted === 1 || item.state === 'cancelled' || item.state === null) return leftOut('removed');
  if (now > item.dueAt + givenUpAfterMs) return leftOut('not_published');
  const lookAt =
    now < item.dueAt ? item.dueAt + readingMs : Math.min(now + dayMs / 4, item.dueAt + givenUpAfterMs + 1);
  return { use: 'waiting', lookAt };
}

function counted(
  deps: ExperimentDeps,
  { measure }: Pick<StoredExperiment, 'measure'>,
  { at, values }: Reading,
): ItemReading {
  const engagements = deps.engagementsOf(values);
  const impressions = values.impressions ?? null;
  const value = valueOf(measure, { engagements, impressions });
  if (value === null) return leftOut('no_impressions');
  return { use: 'counted', readAt: at, engagements, impressions, value };
}
