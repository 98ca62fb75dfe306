import type { ExperimentDesign } from '../../shared/contract/experiments.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { ExperimentId, PostId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import { enqueueClose } from './close-job.ts';
import { partsOfCell, planOf } from './design/plan.ts';
import type { Plan } from './design/plan.ts';
import type { ExperimentDeps } from './experiment-deps.ts';
import { insertExperiment } from './experiment-store.ts';
import { insertItem } from './reading/test-items.ts';

/** Posts written in one transaction. */
const postsATransaction = 10;
/** A post of a test that is later than this, in minutes, asks: at another hour it would not be comparable. */
const lateMinutes = 60;
const excerptLength = 80;

/**
 * Writes a test with its posts, each scheduled for its time. The posts are written a few at a time, in the order in which
 * they go out: a test that is cut off meanwhile is a smaller one. Throws `content_invalid`, `not_found`, and `wrong_state`
 * for a draft that is out by now.
 */
export function createExperiment(
  deps: ExperimentDeps,
  caller: Caller,
  { draftId, ...design }: ExperimentDesign & { draftId?: PostId | undefined },
): ExperimentId {
  const plan = planOf(deps, caller, design);
  const errors = plan.lines.filter(({ severity }) => severity === 'error');
  if (errors[0] !== undefined)
    throw new OcmaError('content_invalid', { reason: errors[0].text }, { details: errors });
  const id = deps.db.write(() => {
    const made = insertExperiment(deps, caller, {
      ...design,
      measure: plan.measure,
      versionsOut: plan.versionsOut,
      seed: plan.seed,
      variants: design.variants.map(({ name, versions }) => ({
        name,
        excerpt: (versions[0]?.[0]?.text ?? '').slice(0, excerptLength),
      })),
    });
    if (draftId !== undefined && !deps.posts.takeBack(caller, draftId))
      throw new OcmaError('wrong_state', { state: 'publishing' });
    writePosts(deps, caller, { design, plan, id: made, from: 0 });
    enqueueClose(deps, { workspaceId: caller.workspaceId, id: made }, plan.posts[0]?.when.instant ?? 0);
    return made;
  });
  for (let from = postsATransaction; from < plan.posts.length; from += postsATransaction)
    deps.db.write(() => writePosts(deps, caller, { design, plan, id, from }));
  return id;
}

function writePosts(
  deps: ExperimentDeps,
  caller: Caller,
  given: { design: ExperimentDesign; plan: Plan; id: ExperimentId; from: number },
): void {
  const { design, plan, id, from } = given;
  for (const [offset, cell] of plan.posts.slice(from, from + postsATransaction).entries()) {
    const position = from + offset;
    const variant = design.variants[cell.variant]?.name ?? '';
    const label = deps.words('experiments.label', { name: design.name, variant }).slice(0, 60);
    const postId = deps.posts.plan(caller, {
      parts: partsOfCell(design, cell),
      accountIds: [cell.accountId],
      labels: [...design.labels, label],
      options: design.options,
      when: cell.when,
      catchUp: { rule: 'publish_within', minutes: lateMinutes },
      costs: new Map([[cell.accountId, plan.costs[position] ?? 0]]),
    });
    insertItem(deps, { workspaceId: caller.workspaceId, id }, { ...cell, position, postId });
  }
}
