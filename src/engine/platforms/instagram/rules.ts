import type { ContentRules } from '../content-rules.ts';
import { captionLimit, mostAltText, mostHashtags, mostItems, shownHashtags } from './limits.ts';
import { measure } from './measure.ts';

/** Instagram's content rules. The feed shows the first 125 characters of a caption. */
export const rules = (): ContentRules => instagramRules;

const instagramRules: ContentRules = {
  name: 'Instagram',
  measure,
  limit: captionLimit,
  truncation: 125,
  threads: false,
  hashtags: { min: 1, max: shownHashtags, hardLimit: mostHashtags },
  links: { costs: null, penalised: false, clickable: false },
  media: { supported: true, maxItems: mostItems, required: true, altTextLimit: mostAltText },
  title: null,
  seo: { searchedFields: ['text', 'hashtags', 'alt_text'], leadWords: 15 },
};
