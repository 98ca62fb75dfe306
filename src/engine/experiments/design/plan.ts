import type { ExperimentDesign, ExperimentPreview } from '../../../shared/contract/experiments.ts';
import type { ExperimentMeasure } from '../../../shared/models/experiment.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { PostPart } from '../../../shared/models/post.ts';
import type { Caller, PreflightLine } from '../../feature.ts';
import type { ExperimentDeps } from '../experiment-deps.ts';
import { fewestPast, pastPosts } from '../reading/usual-level.ts';
import { createDraws } from '../statistics/draws.ts';
import { medianOf, spreadOf } from '../statistics/spread.ts';
import { findableLift } from '../statistics/verdict.ts';
import { checkDesign } from './check-design.ts';
import { layOut } from './layout.ts';
import type { PlannedCell } from './layout.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** The first post leaves time to look at the plan and take it back. */
const leadMs = 10 * minuteMs;

/** A design that has been thought through: its posts, what they cost, and what they can tell. */
export interface Plan extends ExperimentPreview {
  /** What publishing each post costs, in micro-dollars, in the order of `posts`. */
  readonly costs: readonly number[];
}

/** Draws the lots of a design; the same seed draws the same. @throws `not_found` for accounts and media of others */
export function planOf(deps: ExperimentDeps, caller: Caller, design: ExperimentDesign): Plan {
  const { lines: faults, versionsOut } = checkDesign(deps, caller, design);
  for (const { versions } of design.variants)
    for (const parts of versions) deps.posts.assertMedia(caller, parts);
  const seed = design.seed ?? Math.floor(deps.ports.random.fraction() * 2 ** 32);
  const now = deps.ports.clock.now();
  const laidOut = faults.some(({ severity }) => severity === 'error')
    ? []
    : layOut(design, versionsOut, {
        timeZone: deps.zoneOf(caller.workspaceId),
        after: Math.max(now + leadMs, design.notBefore ?? 0),
        draws: createDraws(seed),
      });
  const checks = laidOut.map((cell) => checkOf(deps, caller, design, cell));
  const measure = design.measure ?? measureOf(deps, caller, design);
  const last = laidOut.at(-1)?.when.instant;
  return {
    seed,
    measure,
    versionsOut,
    posts: laidOut,
    endsAt: last === undefined ? null : last + design.readAfterHours * hourMs,
    costs: checks.map(({ cost }) => cost),
    costMicros: checks.reduce((sum, { cost }) => sum + cost, 0),
    lines: [
      ...faults,
      ...distinct([...checks.flatMap(({ lines }) => lines), ...brokenRules(deps, caller, design, laidOut)]),
    ],
    ...foresight(deps, caller, { design, measure, laidOut }),
  };
}

export const partsOfCell = (
  { variants }: ExperimentDesign,
  { variant, source }: Pick<PlannedCell, 'variant' | 'source'>,
): readonly PostPart[] => variants[variant]?.versions[source] ?? [];

function checkOf(deps: ExperimentDeps, caller: Caller, design: ExperimentDesign, cell: PlannedCell) {
  const { lines, costs } = deps.posts.check(caller, {
    parts: partsOfCell(design, cell),
    options: design.options,
    accountIds: [cell.accountId],
    when: cell.when,
  });
  return { lines, cost: costs.get(cell.accountId) ?? 0 };
}

/** The planning rules that the times of a test break beside other posts; a test keeps its hours all the same. */
function brokenRules(
  { timeRules, words }: ExperimentDeps,
  { workspaceId }: Caller,
  design: ExperimentDesign,
  laidOut: readonly PlannedCell[],
): PreflightLine[] {
  const rules = timeRules(workspaceId, []);
  return laidOut.flatMap((cell) => {
    const { accountId, when } = cell;
    const post = {
      postId: '',
      accountId,
      text: partsOfCell(design, cell)[0]?.text ?? '',
      labels: design.labels,
    };
    return rules.broken(post, when.instant).map(({ rule, text }): PreflightLine => ({
      id: `rule_${rule}`,
      severity: 'warning',
      accountId,
      part: null,
      range: null,
      text: words('experiments.line.rule.text', { rule: text }),
      fix: words('experiments.line.rule.fix'),
    }));
  });
}

/** The same thing said of several posts is said once. */
function distinct(lines: readonly PreflightLine[]): PreflightLine[] {
  return [...new Map(lines.map((line) => [`${line.severity} ${line.text}`, line])).values()];
}

/** A rate where the account's past says how often its posts were seen: the network tells. */
function measureOf(deps: ExperimentDeps, caller: Caller, design: ExperimentDesign): ExperimentMeasure {
  const past = pastOf(deps, caller, design, 'engagement_rate');
  return [...past.values()].every((own) => own.length > 0) ? 'engagement_rate' : 'engagements';
}

function pastOf(deps: ExperimentDeps, caller: Caller, design: ExperimentDesign, measure: ExperimentMeasure) {
  const { workspaceId } = caller;
  const until = deps.ports.clock.now();
  const ageMs = design.readAfterHours * hourMs;
  return pastPosts(deps, design.accountIds, { workspaceId, measure, ageMs, experimentId: null, until });
}

/** What such a test can tell, said before anybody hopes for more. */
function foresight(
  deps: ExperimentDeps,
  caller: Caller,
  about: { design: ExperimentDesign; measure: ExperimentMeasure; laidOut: readonly PlannedCell[] },
): { findableLift: number | null; sentences: string[] } {
  const { design, measure, laidOut } = about;
  const { words } = deps;
  const past = pastOf(deps, caller, design, measure);
  const groups = [...past.values()];
  const spread = spreadOf(groups);
  const noise = Math.sqrt(2 * (spread.variance + medianOf(groups.flat().map((post) => post.noise))));
  const each = Math.min(
    ...design.variants.map((_, variant) => laidOut.filter((cell) => cell.variant === variant).length),
  );
  const sentences: string[] = [];
  // With fewer than the bar asks for no difference would be found, however large.
  const lift = each >= design.bar.posts ? findableLift(noise, each, design.bar) : null;
  if (lift !== null)
    sentences.push(words('experiments.plan.findable', { count: each, lift: Math.round(lift * 100) }));
  else if (each > 0)
    sentences.push(words('experiments.plan.fewPosts', { count: each, least: design.bar.posts }));
  const factor = Math.exp(Math.sqrt(spread.variance)).toFixed(1);
  sentences.push(
    spread.posts === 0
      ? words('experiments.plan.assumed', { factor })
      : words('experiments.plan.learned', { factor, count: spread.posts }),
  );
  sentences.push(words(`experiments.measure.${measure}`));
  const unknown = unknownAccounts(past);
  if (design.scheme === 'comparable_accounts' && unknown.length > 0)
    sentences.push(words('experiments.plan.noLevel', { count: unknown.length, posts: fewestPast }));
  return { findableLift: lift, sentences };
}

const unknownAccounts = (past: ReadonlyMap<AccountId, readonly unknown[]>): AccountId[] =>
  [...past].flatMap(([accountId, own]) => (own.length < fewestPast ? [accountId] : []));
