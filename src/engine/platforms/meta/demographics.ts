import { z } from 'zod';
import type { AccountHttp, Call, CallResult } from '../../http/call.ts';
import type { CountryCount } from '../audience.ts';

const demographics = z.object({
  data: z.array(
    z.object({
      total_value: z
        .object({
          breakdowns: z.array(
            z.object({
              dimension_keys: z.array(z.string()),
              /** Left out where there are too few people to tell. */
              results: z
                .array(z.object({ dimension_values: z.array(z.string()), value: z.int().nonnegative() }))
                .default([]),
            }),
          ),
        })
        .optional(),
    }),
  ),
});

type Question = Pick<Call<unknown>, 'operation' | 'path'> & { readonly query: Record<string, string> };

/**
 * Followers by country (`follower_demographics` of Instagram and Threads): at most the 45 countries with the most of them.
 * Empty where there are too few people to tell, or too few of them say where they are.
 */
export const readCountries = async (
  http: AccountHttp,
  { operation, path, query }: Question,
): Promise<CallResult<readonly CountryCount[]>> => {
  const result = await http.send({
    operation,
    endpoint: 'api',
    method: 'GET',
    path,
    query: { ...query, metric: 'follower_demographics', breakdown: 'country' },
    effect: 'read',
    costMicros: 0,
    answer: demographics,
  });
  if (!result.ok) return result;
  const breakdowns = result.data.data.flatMap(({ total_value: total }) => total?.breakdowns ?? []);
  return {
    ...result,
    data: breakdowns.flatMap(({ dimension_keys: keys, results }) => {
      // Instagram names the stretch of time as a dimension of its own beside the country.
      const place = keys.indexOf('country');
      return results.map(({ dimension_values: values, value }) => ({
        country: codeOf(values[place]),
        count: value,
      }));
    }),
  };
};

const codeOf = (value: string | undefined): string | null => {
  const code = value?.toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' ? code : null;
};
