import { json } from '../../exchange.ts';
import type { Answer } from '../../exchange.ts';
import { badParameter } from '../problems.ts';
import type { Call } from './gate.ts';

/** One metric: a number, or one for each of several days. */
export type MetricValue = number | readonly { readonly value: number; readonly endsAt: number }[];

/** Answers metrics by name. One name that there is not fails the whole call, as Graph has it. */
export function insightsAnswer(
  call: Call,
  id: string,
  values: Readonly<Record<string, MetricValue>>,
  how: { readonly period: 'lifetime' | 'day'; readonly totals: boolean },
): Answer {
  const names = (call.parameters.metric ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) return badParameter('The parameter metric is required.');
  const unknown = names.findIndex((name) => !(name in values));
  if (unknown >= 0)
    return badParameter(
      `metric[${unknown}] must be one of the following values: ${Object.keys(values).join(', ')}`,
    );
  return json(200, {
    data: names.map((name) => {
      const value = values[name] ?? 0;
      const about = { name, period: how.period, title: name, id: `${id}/insights/${name}/${how.period}` };
      if (typeof value !== 'number')
        return {
          ...about,
          values: value.map(({ value, endsAt }) => ({
            value,
            end_time: `${new Date(endsAt).toISOString().slice(0, 19)}+0000`,
          })),
        };
      return how.totals ? { ...about, total_value: { value } } : { ...about, values: [{ value }] };
    }),
  });
}
