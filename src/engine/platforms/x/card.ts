import { x as words } from './words.ts';
import type { Platform } from '../platform.ts';
import { mostAltText, mostImages } from './media-limits.ts';
import { redirectAddresses } from './sign-in.ts';
import { standardCounting } from './text/counting.ts';

const console = 'https://developer.x.com/en/portal/dashboard';
const { guide } = words.card;

/** What the screens show of X before and after an account is connected. */
export const card: Platform['card'] = {
  title: 'X',
  color: '#000000',
  iconPath:
    'M18.901 1.153h3.68l-8.04 9.19L24 22.846h-7.406l-5.8-7.584-6.638 7.584H.474l8.6-9.83L0 1.154h7.594l5.243 6.932ZM17.61 20.644h2.039L6.486 3.24H4.298Z',
  textLimit: standardCounting.maxWeightedTweetLength,
  supportsThreads: true,
  maxMediaPerPart: mostImages,
  maxAltText: mostAltText,
  facts: [...words.card.facts],
  guide: [
    { ...guide.account, copy: [], link: console },
    { ...guide.credits, copy: [], link: console },
    { ...guide.app, copy: [], link: console },
    { ...guide.authentication, copy: [], link: null },
    { ...guide.addresses, copy: [...redirectAddresses], link: null },
    { ...guide.client, copy: [], link: null },
  ],
  laterParts: 'thread',
  fetchesMedia: 'none',
  preview: 'text',
  clientSecret: 'optional',
};
