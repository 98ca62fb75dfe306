import type { ContentRules } from '../content-rules.ts';
import type { AccountProfile } from '../reading.ts';
import { mostAltText, mostImages } from './media-limits.ts';
import { prices } from './prices.ts';
import { isSubscriber } from './subscription.ts';
import { standardCounting, subscriberCounting } from './text/counting.ts';
import { measure } from './text/measure.ts';

/** X's content rules: 280 weighted characters, or 25,000 for an account with a paid subscription. */
export const rules = (profile: AccountProfile | null): ContentRules =>
  isSubscriber(profile) ? subscriberRules : standardRules;

const rulesFor = (counting: typeof standardCounting, truncation: number | null): ContentRules => ({
  name: 'X',
  measure: (text) => measure(text, counting),
  limit: counting.maxWeightedTweetLength,
  truncation,
  threads: true,
  hashtags: { min: 0, max: 2, hardLimit: null },
  links: {
    costs: { withLink: prices.createWithLink, withoutLink: prices.create },
    penalised: true,
    clickable: true,
  },
  media: { supported: true, maxItems: mostImages, required: false, altTextLimit: mostAltText },
  title: null,
  seo: { searchedFields: ['text', 'hashtags'], leadWords: 10 },
});

const standardRules = rulesFor(standardCounting, null);
const subscriberRules = rulesFor(subscriberCounting, standardCounting.maxWeightedTweetLength);
