import type { Inhabitant } from '../people/people.ts';
import { fraction } from '../seeded.ts';

const dayMs = 86_400_000;

/** The day at which everybody has the followers that their entry says. */
const reference = Date.UTC(2026, 10, 1);

/** How many follow somebody at an instant: a slow drift with good and bad weeks, the same for the same instant. */
export function followersAt(
  person: Pick<Inhabitant, 'id' | 'followers' | 'followersADay'>,
  at: number,
): number {
  const days = (at - reference) / dayMs;
  const phase = fraction('week', person.id) * 2 * Math.PI;
  const wave = Math.sin(days / 4 + phase) + 0.5 * Math.sin(days / 1.7 + phase * 2);
  // Beyond a few years the drift is bent, so that a far clock still shows a believable number.
  const drift = person.followersADay * 1200 * Math.tanh(days / 1200);
  return Math.max(5, Math.round(person.followers + drift + wave * person.followersADay * 1.5));
}
