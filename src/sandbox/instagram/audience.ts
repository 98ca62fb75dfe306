import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { followersAt } from '../growth/followers.ts';
import { byCountry, onlineAt } from '../growth/readers.ts';
import type { Call } from '../meta/containers/gate.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import { countriesAnswer, leastFollowers } from '../meta/demographics.ts';
import { badParameter } from '../meta/problems.ts';
import type { Inhabitant } from '../people/people.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const stretchMs = 30 * dayMs;
/** Days are counted two days later. */
const delayMs = 2 * dayMs;

const seconds = z
  .string()
  .regex(/^\d{9,11}$/)
  .transform((text) => Number(text) * 1000);

const onlineQuery = z.object({
  metric: z.literal('online_followers'),
  period: z.literal('lifetime'),
  since: seconds.optional(),
  until: seconds.optional(),
});

const demographicsQuery = z.object({
  metric: z.literal('follower_demographics'),
  period: z.literal('lifetime'),
  metric_type: z.literal('total_value'),
  // The longer stretches ended with version 20.
  timeframe: z.enum(['this_week', 'this_month']),
  // By age, gender and city nobody asks here.
  breakdown: z.literal('country'),
});

/** Whether a call is about those who follow the account: such metrics stand alone. */
export const isAboutFollowers = ({ parameters: { metric = '' } }: Call): boolean =>
  /online_followers|follower_demographics/.test(metric);

/** `GET /:id/insights` with `online_followers` or `follower_demographics`. */
export function readFollowers(site: ContainerSite, { person, parameters }: Call): Answer {
  const isKnown = followersAt(person, site.now()) >= leastFollowers;
  const online = onlineQuery.safeParse(parameters);
  if (online.success) {
    const { since = site.now() - 2 * dayMs, until = site.now() } = online.data;
    if (until - since > stretchMs || since < site.now() - stretchMs)
      return badParameter(
        '(online_followers) metric only supports querying data for the last 30 days excluding the current day',
      );
    return isKnown ? onlineAnswer(site, person, since, until) : json(200, { data: [] });
  }
  const demographics = demographicsQuery.safeParse(parameters);
  if (!demographics.success)
    return badParameter(`Incompatible parameters: ${z.prettifyError(demographics.error)}`);
  const people = isKnown ? byCountry(person, followersAt(person, site.now())) : [];
  return countriesAnswer(person.id, people, demographics.data.timeframe);
}

/** The days that end within a stretch of time; those that are not counted yet are empty. */
function onlineAnswer(site: ContainerSite, person: Inhabitant, since: number, until: number): Answer {
  const values = [];
  for (let day = Math.floor(since / dayMs) * dayMs; day <= until; day += dayMs) {
    const end = midnightInCalifornia(day);
    if (end <= since || end > until) continue;
    const counts = Array.from({ length: 24 }, (_, hour): [string, number] => [
      String(hour),
      onlineAt(person, end - dayMs + hour * hourMs),
    ]);
    values.push({
      value: end > site.now() - delayMs ? {} : Object.fromEntries(counts),
      end_time: `${new Date(end).toISOString().slice(0, 19)}+0000`,
    });
  }
  return json(200, {
    data: [
      {
        name: 'online_followers',
        period: 'lifetime',
        values,
        title: 'Online followers',
        id: `${person.id}/insights/online_followers/lifetime`,
      },
    ],
  });
}

const californianHour = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** Seven in the morning by UTC in summer, eight in winter. */
function midnightInCalifornia(utcDay: number): number {
  const summer = utcDay + 7 * hourMs;
  return californianHour.format(summer) === '00' ? summer : utcDay + 8 * hourMs;
}
