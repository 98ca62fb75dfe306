import type { ContentRules } from '../content-rules.ts';
import { imageLimits, mostAltText, textLimits } from './limits.ts';
import { measure } from './text/measure.ts';

/** Bluesky's content rules; they are the same for every account. */
export const rules = (): ContentRules => ({
  name: 'Bluesky',
  measure,
  limit: textLimits.graphemes,
  truncation: null,
  threads: true,
  hashtags: { min: 0, max: 3, hardLimit: null },
  links: { costs: null, penalised: false, clickable: true },
  media: { supported: true, maxItems: imageLimits.count, required: false, altTextLimit: mostAltText },
  title: null,
  seo: { searchedFields: ['text', 'hashtags', 'alt_text'], leadWords: 10 },
});
