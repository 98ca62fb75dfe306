import type { Platform } from '../platform.ts';
import { mostAltText, mostImages, mostText } from './limits.ts';
import { redirectAddress, scopes } from './sign-in.ts';
import { facebook as words } from './words.ts';

const apps = 'https://developers.facebook.com/apps/';
const { guide } = words.card;

/** What the screens show of Facebook before and after a Page is connected. */
export const card: Platform['card'] = {
  title: 'Facebook Pages',
  color: '#0866FF',
  iconPath:
    'M24 12.073C24 5.405 18.627 0 12 0S0 5.405 0 12.073c0 6.026 4.388 11.02 10.125 11.927v-8.437H7.078v-3.49h3.047v-2.66c0-3.025 1.792-4.697 4.533-4.697 1.313 0 2.686.236 2.686.236v2.971H15.83c-1.491 0-1.956.93-1.956 1.886v2.264h3.328l-.532 3.49h-2.796V24C19.612 23.093 24 18.1 24 12.073Z',
  textLimit: mostText,
  supportsThreads: false,
  maxMediaPerPart: mostImages,
  maxAltText: mostAltText,
  facts: [...words.card.facts],
  guide: [
    { ...guide.account, copy: [], link: 'https://developers.facebook.com/' },
    { ...guide.app, copy: [], link: apps },
    { ...guide.permissions, copy: [...scopes], link: apps },
    { ...guide.address, copy: [redirectAddress], link: null },
    { ...guide.secret, copy: [], link: null },
    { ...guide.client, copy: [], link: null },
    { ...guide.live, copy: [], link: null },
  ],
  laterParts: 'comments',
  fetchesMedia: 'none',
  preview: 'text',
  clientSecret: 'required',
};
