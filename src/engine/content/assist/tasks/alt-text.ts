import { sentence } from '../../wording.ts';
import { altTextInstructions, altTextVersion } from '../../prompts/alt-text-v1.ts';
import { textsSchema } from '../answer-shapes.ts';
import { languageFaults, named } from '../checks/spoken-language.ts';
import { noStyle } from '../commission.ts';
import type { Commission } from '../commission.ts';
import type { AssistKind } from '../kind.ts';

/** Screen readers read it in one go; where the network allows more, nobody wants to hear it. */
const usualLimit = 500;

const limitOf = ({ rules }: Commission): number =>
  Math.min(rules.media.altTextLimit ?? usualLimit, usualLimit);

/** What a picture shows, in words. */
export const altText: AssistKind = {
  promptVersion: altTextVersion,
  schemaName: 'alternative_text',
  schema: textsSchema,
  instructions: () => altTextInstructions,
  data: (commission) => ({
    post: commission.whole,
    language: named(commission.language ?? 'en'),
    limit: limitOf(commission),
  }),
  styles: () => [noStyle],
  versionOf: ({ text, why }) => ({ text, parts: [text], why, tone: null, hook: null, measurement: null }),
  faultsOf({ text }, commission) {
    const limit = limitOf(commission);
    const { urls, mentions, hashtags } = commission.rules.measure(text).entities;
    const strange = [
      ...urls,
      ...mentions,
      ...hashtags,
      ...(text.match(/\b(?:https?:\/\/|www\.)\S+|\b(?:[a-z\d-]+\.)+[a-z]{2,}\/\S*/giu) ?? []),
    ];
    return [
      ...(text === '' ? [sentence('assist', 'rejected_empty')] : []),
      ...(text.length > limit
        ? [sentence('rewrite', 'rejected_over_limit', { over: text.length - limit, limit })]
        : []),
      ...(strange.length > 0
        ? [sentence('rewrite', 'rejected_invented', { items: [...new Set(strange)].join(', ') })]
        : []),
      ...languageFaults(commission.language ?? 'en', text),
    ];
  },
  caution: () => sentence('assist', 'note_check_picture'),
  byRules: null,
  impossible: ({ picture }) => (picture === null ? sentence('assist', 'note_pictures_only') : null),
};
