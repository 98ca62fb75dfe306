import type { Platform } from '../platform.ts';
import { mostAltText, mostImages, mostText } from './limits.ts';
import { memberSignIn, pagesSignIn, redirectAddresses } from './sign-in.ts';
import { linkedin as words } from './words.ts';

const developerPage = 'https://www.linkedin.com/developers/apps';

type Said = typeof words.member | typeof words.pages;

const cardOf = (title: string, { facts, guide }: Said, addresses: readonly string[]): Platform['card'] => ({
  title,
  color: '#0A66C2',
  iconPath:
    'M2 0h20a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2Zm1.6 9.1v11.3h3.5V9.1H3.6Zm1.7-5.6a2 2 0 1 0 0 4.1 2 2 0 0 0 0-4.1Zm4 5.6v11.3h3.5v-5.9c0-1.6.8-2.5 2-2.5s1.8.9 1.8 2.5v5.9h3.5v-6.7c0-3-1.6-4.9-4.1-4.9-1.5 0-2.6.7-3.2 1.8V9.1H9.3Z',
  textLimit: mostText,
  supportsThreads: false,
  maxMediaPerPart: mostImages,
  maxAltText: mostAltText,
  facts: [...facts],
  guide: [
    { ...guide.app, copy: [], link: developerPage },
    { ...guide.products, copy: [], link: developerPage },
    { ...guide.addresses, copy: [...addresses], link: null },
    { ...guide.client, copy: [], link: null },
  ],
  laterParts: 'comments',
  fetchesMedia: 'none',
  preview: 'text',
  clientSecret: 'required',
});

/** What the screens show of LinkedIn for one's own profile, before and after it is connected. */
export const memberCard = cardOf('LinkedIn', words.member, redirectAddresses(memberSignIn));

/** The same for pages of organisations. */
export const pagesCard = cardOf('LinkedIn Pages', words.pages, redirectAddresses(pagesSignIn));
