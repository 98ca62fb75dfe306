import type { Platform } from '../platform.ts';
import { mostAltText, mostItems, textLimit } from './limits.ts';
import { signIn } from './sign-in.ts';
import { words } from './words.ts';

const apps = 'https://developers.facebook.com/apps/';
const { guide } = words.card;

/** What the screens show of Threads before and after an account is connected. */
export const card: Platform['card'] = {
  title: 'Threads',
  color: '#101010',
  iconPath:
    'M12.1 2C6.6 2 3.5 5.5 3.5 12s3.1 10 8.6 10c4.6 0 7.4-2.6 7.4-5.9 0-2.3-1.3-4-3.7-4.9-.3-3-2-4.6-4.4-4.6-1.6 0-2.9.7-3.7 2l1.6 1.1c.5-.8 1.2-1.2 2.1-1.2 1.3 0 2.1.8 2.4 2.3-.6-.1-1.2-.1-1.9-.1-2.7.1-4.4 1.4-4.4 3.5 0 2 1.6 3.3 3.7 3.3 2.5 0 4.2-1.5 4.5-4.2 1.2.6 1.8 1.6 1.8 2.8 0 2.2-2 3.9-5.4 3.9-4.4 0-6.6-2.7-6.6-8s2.2-8 6.6-8c3.2 0 5.3 1.4 6.2 4.3l1.9-.5C19 4 16.2 2 12.1 2Zm-.9 13.6c-1.1 0-1.8-.6-1.8-1.4 0-1 .9-1.6 2.5-1.7.7 0 1.3 0 1.9.2-.2 2-1.1 2.9-2.6 2.9Z',
  textLimit,
  supportsThreads: true,
  maxMediaPerPart: mostItems,
  maxAltText: mostAltText,
  facts: [...words.card.facts],
  guide: [
    { ...guide.app, copy: [], link: apps },
    { ...guide.permissions, copy: [...signIn.scopes], link: apps },
    { ...guide.redirect, copy: [signIn.redirect.address], link: null },
    { ...guide.tester, copy: [], link: 'https://www.threads.com/settings/account' },
    { ...guide.client, copy: [], link: null },
    { ...guide.mediaHost, copy: [], link: null },
  ],
  laterParts: 'thread',
  fetchesMedia: 'all',
  preview: 'text',
  clientSecret: 'required',
};
