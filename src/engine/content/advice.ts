import type { MessageParams } from '../../shared/models/reason.ts';
import type { Suggestion, SuggestionEdit } from '../../shared/models/suggestion.ts';
import type { SuggestionKind } from './wording.ts';

/** A suggestion before its gain is known: with an edit the gain is measured, else it is the stated points. */
export type Advice = {
  readonly kind: SuggestionKind;
  /** Tells two of a kind apart. */
  readonly subject: string;
  readonly severity: Suggestion['severity'];
  readonly params: MessageParams;
  /** Points of the overall score that following it would bring; ignored where an edit can be tried. */
  readonly points: number;
  readonly edit?: SuggestionEdit | undefined;
};
