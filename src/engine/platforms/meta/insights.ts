import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';

const value = z.union([z.number(), z.record(z.string(), z.number()), z.string(), z.null()]).catch(null);

/** One metric as Graph gives it: values by period, or one total. */
const insight = z.object({
  name: z.string(),
  period: z.string().optional(),
  values: z.array(z.object({ value, end_time: z.string().optional() })).optional(),
  total_value: z.object({ value }).optional(),
});
export type Insight = z.infer<typeof insight>;

const insightList = z.object({ data: z.array(insight) });

/** What to ask for: where, and which names beside one another. */
export interface InsightsRequest {
  /** Names the call, such as `posts.insights`. */
  readonly operation: string;
  readonly path: string;
  /** Names that are asked for in one call. */
  readonly core: readonly string[];
  /** Names that this or that object does not have, or that Meta may retire: each is asked for by itself where the core fails or is empty. */
  readonly optional: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
}

/**
 * Reads metrics. Graph refuses a whole call for one name that it does not have, with the code of a bad parameter. So the core
 * is asked for in one call, and where that is refused, name by name; each optional name by itself. A name that is refused is left out and
 * fails nothing; any other failure fails the whole. Nothing is remembered from one call to the next.
 */
export const readInsights = async (
  http: AccountHttp,
  { operation, path, core, optional, query = {} }: InsightsRequest,
): Promise<CallResult<readonly Insight[]>> => {
  const ask = (names: readonly string[]): Promise<CallResult<{ data: Insight[] }>> =>
    http.send({
      operation,
      endpoint: 'api',
      method: 'GET',
      path,
      query: { ...query, metric: names.join(',') },
      effect: 'read',
      costMicros: 0,
      answer: insightList,
    });
  const together = await ask(core);
  if (!together.ok && !isAboutNames(together)) return together;
  let answered = together;
  const found = together.ok ? [...together.data.data] : [];
  for (const name of together.ok ? optional : [...core, ...optional]) {
    const single = await ask([name]);
    if (!single.ok && !isAboutNames(single)) return single;
    if (!single.ok) continue;
    answered = single;
    found.push(...single.data.data);
  }
  // Not one name was taken: it is the object that Graph does not have.
  return answered.ok ? { ...answered, data: found } : answered;
};

const isAboutNames = (result: CallResult<unknown>): boolean =>
  !result.ok && (result.failure.code === 'content_rejected' || result.failure.code === 'platform_changed');

/**
 * The newest number of a metric: its total, or the value of its last period. A value of parts (reactions by their kind) is their
 * sum. Null where there is none.
 */
export const insightNumber = (insights: readonly Insight[], name: string): number | null => {
  const found = insights.find((insight) => insight.name === name);
  const newest = found?.total_value?.value ?? found?.values?.at(-1)?.value ?? null;
  if (typeof newest === 'number') return newest;
  if (newest === null || typeof newest === 'string') return null;
  return Object.values(newest).reduce((sum, part) => sum + part, 0);
};

/** What a metric by day comes to over all days that were answered; null where there is none. */
export const insightSum = (insights: readonly Insight[], name: string): number | null => {
  const numbers = insights
    .filter((insight) => insight.name === name)
    .flatMap(({ values = [] }) => values.map((day) => day.value))
    .filter((day) => typeof day === 'number');
  return numbers.length === 0 ? null : numbers.reduce((sum, day) => sum + day, 0);
};
