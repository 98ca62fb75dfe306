import type { ContentRules } from '../content-rules.ts';
import { measure } from './measure.ts';
import { photoLimits, textLimits } from './media-limits.ts';

/** TikTok's content rules: a video's caption of 2,200 UTF-16 units. Photos may have more, which `check` knows. */
export const rules = (): ContentRules => ({
  name: 'TikTok',
  measure,
  limit: textLimits.caption,
  truncation: null,
  threads: false,
  hashtags: { min: 3, max: 5, hardLimit: null },
  links: { costs: null, penalised: false, clickable: false },
  media: { supported: true, maxItems: photoLimits.count, required: true, altTextLimit: null },
  title: null,
  seo: { searchedFields: ['text', 'hashtags'], leadWords: 10 },
});
