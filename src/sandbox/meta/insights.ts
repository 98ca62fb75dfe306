import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { badParameter } from './problems.ts';

/** A metric's value: one number, or numbers by kind. */
export type MetricValue = number | Readonly<Record<string, number>>;

/** What one object's metrics are, by the names that there are. */
export type Metrics = Readonly<Record<string, () => MetricValue>>;

/** Refuses a call as a whole for one name that is retired or never was, with the code of a bad parameter. */
export function readMetricNames(
  exchange: Exchange,
  known: Readonly<Record<string, unknown>>,
): readonly string[] | Answer {
  const names = (exchange.query.get('metric') ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) return badParameter('The parameter metric is required');
  const wrong = names.find((name) => !(name in known));
  return wrong === undefined
    ? names
    : badParameter(`The value must be a valid insights metric; ${wrong} is none`);
}

/** The metrics of a post, over its whole life. */
export function lifetimeInsights(exchange: Exchange, id: string, metrics: Metrics): Answer {
  const names = readMetricNames(exchange, metrics);
  if ('status' in names) return names;
  return json(200, {
    data: names.map((name) => ({
      name,
      period: 'lifetime',
      values: [{ value: metrics[name]?.() ?? 0 }],
      id: `${id}/insights/${name}/lifetime`,
    })),
  });
}
