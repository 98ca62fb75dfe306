import type { ContentRules } from '../content-rules.ts';
import { mostAltText, mostItems, textLimit } from './limits.ts';
import { measure } from './measure.ts';

/** Threads' content rules: one topic a post. */
export const rules = (): ContentRules => threadsRules;

const threadsRules: ContentRules = {
  name: 'Threads',
  measure,
  limit: textLimit,
  truncation: null,
  threads: true,
  hashtags: { min: 0, max: 1, hardLimit: null },
  links: { costs: null, penalised: false, clickable: true },
  media: { supported: true, maxItems: mostItems, required: false, altTextLimit: mostAltText },
  title: null,
  seo: { searchedFields: ['text', 'hashtags'], leadWords: 12 },
};
