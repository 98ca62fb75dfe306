import type { Call } from './call.ts';

/** What is asked, without what the answer must look like. */
export type CallFacts = Omit<Call<unknown>, 'answer' | 'chargedMicros'>;

export function isCacheable(call: CallFacts): boolean {
  return call.effect === 'read' && (call.cacheMs ?? 0) > 0;
}
