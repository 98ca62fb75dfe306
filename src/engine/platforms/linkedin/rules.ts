import type { ContentRules } from '../content-rules.ts';
import { foldedAfter, mostAltText, mostImages, mostText } from './limits.ts';
import { measure } from './text/measure.ts';

/** LinkedIn's content rules, the same for profiles and pages. */
export const rules = (): ContentRules => contentRules;

const contentRules: ContentRules = {
  name: 'LinkedIn',
  measure: (text) => measure(text, mostText),
  limit: mostText,
  truncation: foldedAfter,
  threads: false,
  hashtags: { min: 0, max: 5, hardLimit: null },
  links: { costs: null, penalised: true, clickable: true },
  media: { supported: true, maxItems: mostImages, required: false, altTextLimit: mostAltText },
  title: null,
  seo: { searchedFields: ['text', 'hashtags'], leadWords: 15 },
};
