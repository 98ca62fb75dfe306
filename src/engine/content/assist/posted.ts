import type { AssistVersion } from '../../../shared/models/assist.ts';
import type { Measurement } from '../../../shared/models/measurement.ts';
import type { ContentRules } from '../../platforms/content-rules.ts';
import type { Style } from './commission.ts';
import type { Proposal } from './kind.ts';

/** The measurement of the longest part. */
export const longestOf = (parts: readonly string[], { measure }: ContentRules): Measurement | null =>
  parts
    .map(measure)
    .reduce<Measurement | null>(
      (longest, next) => (longest === null || next.length > longest.length ? next : longest),
      null,
    );

/** A version that is published as these parts. */
export const posted = (
  { text, why }: Pick<Proposal, 'text' | 'why'>,
  parts: readonly string[],
  rules: ContentRules,
  { tone, hook }: Style,
): AssistVersion => ({
  text,
  parts: [...parts],
  why,
  tone,
  hook,
  measurement: longestOf(parts, rules),
});
