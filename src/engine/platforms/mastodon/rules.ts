import type { ContentRules } from '../content-rules.ts';
import type { AccountProfile } from '../reading.ts';
import { limitsOf } from './limits.ts';
import { measure } from './text/measure.ts';

/** The content rules of the account's own server; the usual ones while no account is known. */
export const rules = (profile: AccountProfile | null): ContentRules => {
  const limits = limitsOf(profile);
  return {
    name: 'Mastodon',
    measure: (text) => measure(text, limits),
    limit: limits.characters,
    truncation: null,
    threads: true,
    hashtags: { min: 1, max: 5, hardLimit: null },
    links: { costs: null, penalised: false, clickable: true },
    media: {
      supported: true,
      maxItems: limits.media,
      required: false,
      altTextLimit: limits.description,
    },
    title: null,
    seo: { searchedFields: ['text', 'hashtags'], leadWords: 10 },
  };
};
