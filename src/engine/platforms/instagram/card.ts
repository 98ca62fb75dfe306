import type { Platform } from '../platform.ts';
import { captionLimit, mostAltText, mostItems } from './limits.ts';
import { signIn } from './sign-in.ts';
import { words } from './words.ts';

const apps = 'https://developers.facebook.com/apps/';
const { guide } = words.card;

/** What the screens show of Instagram before and after an account is connected. */
export const card: Platform['card'] = {
  title: 'Instagram',
  color: '#d62976',
  iconPath:
    'M12 2.2c3.2 0 3.6 0 4.9.1 3.2.1 4.7 1.7 4.9 4.9.1 1.3.1 1.6.1 4.8s0 3.6-.1 4.8c-.1 3.2-1.6 4.7-4.9 4.9-1.3.1-1.6.1-4.9.1s-3.6 0-4.8-.1c-3.3-.2-4.8-1.7-4.9-4.9-.1-1.2-.1-1.6-.1-4.8s0-3.5.1-4.8c.1-3.2 1.6-4.7 4.9-4.9 1.2-.1 1.6-.1 4.8-.1Zm0 4.1a5.7 5.7 0 1 0 0 11.4 5.7 5.7 0 0 0 0-11.4Zm0 9.4a3.7 3.7 0 1 1 0-7.4 3.7 3.7 0 0 1 0 7.4Zm5.9-10.9a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6Z',
  textLimit: captionLimit,
  supportsThreads: false,
  maxMediaPerPart: mostItems,
  maxAltText: mostAltText,
  facts: [...words.card.facts],
  guide: [
    { ...guide.account, copy: [], link: null },
    { ...guide.app, copy: [], link: apps },
    { ...guide.login, copy: [...signIn.scopes], link: apps },
    { ...guide.role, copy: [], link: 'https://www.instagram.com/accounts/manage_access/' },
    { ...guide.redirect, copy: [signIn.redirect.address], link: null },
    { ...guide.client, copy: [], link: null },
    { ...guide.mediaHost, copy: [], link: null },
  ],
  laterParts: 'comments',
  fetchesMedia: 'all',
  preview: 'picture',
  clientSecret: 'required',
};
