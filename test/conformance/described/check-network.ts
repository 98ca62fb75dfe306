import { checked } from '../check.ts';
import type { Check } from '../check.ts';
import { behavioursOf } from '../suite/behaviours.ts';
import { openLab } from '../suite/lab.ts';
import type { NetworkSeed } from '../../networks/seed.ts';
import { readRequestDescription } from './description.ts';
import { checkRecordedRefusals } from './recorded-answers.ts';
import { notingFetch } from './sent-request.ts';
import type { SentRequest } from './sent-request.ts';
import { validate } from './validate.ts';

export interface NetworkReport {
  readonly checks: readonly Check[];
  /** Endpoints of the network's description that were called, and how many requests each got. */
  readonly validated: ReadonlyMap<string, number>;
  /** Addresses that were called and that no description has. */
  readonly notDescribed: ReadonlyMap<string, number>;
}

/** Runs the suite on one network and holds each request that it makes against the network's own description. */
export const checkNetwork = async (seed: NetworkSeed): Promise<NetworkReport> => {
  const { name, card } = seed.platform;
  const requests: SentRequest[] = [];
  const checks: Check[] = [];
  const lab = await openLab(seed, { fetch: notingFetch(name, (request) => requests.push(request)) });
  try {
    for (const behaviour of behavioursOf(seed)) {
      const faults = await behaviour.run(lab).then(
        () => [],
        (error: unknown) => [String(error).slice(0, 400)],
      );
      checks.push(checked(`${card.title}: suite`, behaviour.name, faults));
    }
  } finally {
    await lab.stop();
  }
  // LinkedIn's pages are a network of their own here, and no other API.
  const description = readRequestDescription(name.replace(/_pages$/, ''));
  const validated = new Map<string, number>();
  const notDescribed = new Map<string, number>();
  const faults = new Map<string, Set<string>>();
  for (const request of requests) {
    const { id, faults: found } = validate(description, request);
    const key = id ?? `${request.method} ${request.path.replaceAll(/\/[^/]*\d[^/]*/g, '/{id}')}`;
    const counted = id === null ? notDescribed : validated;
    counted.set(key, (counted.get(key) ?? 0) + 1);
    if (id === null) continue;
    const known = faults.get(id) ?? new Set();
    for (const fault of found) known.add(fault);
    faults.set(id, known);
  }
  for (const [id, found] of faults) checks.push(checked(`${card.title}: requests`, id, [...found]));
  checks.push(...checkRecordedRefusals(seed.platform));
  return { checks, validated, notDescribed };
};
