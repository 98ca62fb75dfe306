import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { followersAt } from '../growth/followers.ts';
import { byCountry } from '../growth/readers.ts';
import type { Call } from '../meta/containers/gate.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import { countriesAnswer, leastFollowers } from '../meta/demographics.ts';
import { badParameter } from '../meta/problems.ts';

const query = z.strictObject({
  metric: z.literal('follower_demographics'),
  // One a call; by age, gender and city nobody asks here.
  breakdown: z.literal('country'),
});

/** Whether a call is about those who follow the account: that metric stands alone. */
export const isAboutFollowers = ({ parameters: { metric = '' } }: Call): boolean =>
  metric.includes('follower_demographics');

/** `GET /:id/threads_insights` with `follower_demographics`, which takes no stretch of time. */
export function readFollowers(site: ContainerSite, { person, parameters }: Call): Answer {
  const asked = query.safeParse(parameters);
  if (!asked.success) return badParameter(`Incompatible parameters: ${z.prettifyError(asked.error)}`);
  const followers = followersAt(person, site.now());
  if (followers < leastFollowers) return json(200, { data: [] });
  return countriesAnswer(person.id, byCountry(person, followers));
}
