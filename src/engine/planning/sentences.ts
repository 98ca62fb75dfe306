import type { PlanSentence } from '../../shared/models/planning.ts';
import type { Words } from '../words.ts';
import type { Said } from './plan/said.ts';

/** Fills the sentences of a plan from the catalogue, where they stand under `planningWords`. */
export function sentenceOf(words: Words, { id, params }: Said): PlanSentence {
  const { unit, rule, weekday } = params;
  const length = unit === undefined ? {} : { length: words(`planningWords.length.${unit}`, params) };
  const day = weekday === undefined ? {} : { day: words(`planningWords.weekday.${weekday}`) };
  const filled = { ...params, ...length, ...day };
  const because = rule === undefined ? {} : { reason: words(`planningWords.rule.${rule}`, filled) };
  const group = id in ruleIds ? 'rule' : 'why';
  return { id, params, text: words(`planningWords.${group}.${id}`, { ...filled, ...because }) };
}

/** Sentences that name a rule, as against those that name a reason. */
const ruleIds: Readonly<Record<string, true>> = {
  past: true,
  range: true,
  twice: true,
  quiet: true,
  text: true,
  gap: true,
  stagger: true,
  campaign_gap: true,
  taken: true,
  day: true,
  week: true,
  network: true,
  target: true,
};
