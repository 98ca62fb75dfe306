import type { ContentRules } from '../content-rules.ts';
import { mostDescriptionBytes, mostHashtags, mostTitle } from './limits.ts';
import { measure } from './text.ts';

/** YouTube's content rules: the text is the description, counted in bytes; the title is an option. */
export const rules = (): ContentRules => youtubeRules;

const youtubeRules: ContentRules = {
  name: 'YouTube',
  measure,
  limit: mostDescriptionBytes,
  // About what stands above 'more' under a video.
  truncation: 150,
  threads: false,
  hashtags: { min: 0, max: 3, hardLimit: mostHashtags },
  links: { costs: null, penalised: false, clickable: true },
  media: { supported: true, maxItems: 2, required: true, altTextLimit: null },
  title: { limit: mostTitle, required: true },
  seo: { searchedFields: ['title', 'text', 'hashtags'], leadWords: 15 },
};
