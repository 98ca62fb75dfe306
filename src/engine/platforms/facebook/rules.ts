import { measureText } from '../meta/text.ts';
import type { ContentRules } from '../content-rules.ts';
import { mostAltText, mostImages, mostText, shownText } from './limits.ts';

const facebookRules: ContentRules = {
  name: 'Facebook',
  measure: (text) => measureText(text, mostText),
  limit: mostText,
  truncation: shownText,
  threads: false,
  hashtags: { min: 0, max: 3, hardLimit: null },
  links: { costs: null, penalised: true, clickable: true },
  media: { supported: true, maxItems: mostImages, required: false, altTextLimit: mostAltText },
  title: null,
  seo: { searchedFields: ['text', 'hashtags'], leadWords: 12 },
};

/** The content rules of Pages, the same for all of them. */
export const rules = (): ContentRules => facebookRules;
