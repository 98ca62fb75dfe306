import type { Platform } from '../platform.ts';
import { mostDescriptionBytes } from './limits.ts';
import { scope } from './scopes.ts';
import { words } from './words.ts';

const console = 'https://console.cloud.google.com';
const { guide } = words.card;

/** What the screens show of YouTube before and after an account is connected. */
export const card: Platform['card'] = {
  title: 'YouTube',
  color: '#FF0000',
  iconPath:
    'M23.498 6.186a3.016 3.016 0 0 0-2.122-2.136C19.505 3.545 12 3.545 12 3.545s-7.505 0-9.377.505A3.017 3.017 0 0 0 .502 6.186C0 8.07 0 12 0 12s0 3.93.502 5.814a3.016 3.016 0 0 0 2.122 2.136c1.871.505 9.376.505 9.376.505s7.505 0 9.377-.505a3.015 3.015 0 0 0 2.122-2.136C24 15.93 24 12 24 12s0-3.93-.502-5.814zM9.545 15.568V8.432L15.818 12l-6.273 3.568z',
  textLimit: mostDescriptionBytes,
  supportsThreads: false,
  // The video and its thumbnail.
  maxMediaPerPart: 2,
  maxAltText: 0,
  facts: [...words.card.facts],
  guide: [
    { ...guide.project, copy: [], link: `${console}/projectcreate` },
    { ...guide.library, copy: [], link: `${console}/apis/library/youtube.googleapis.com` },
    { ...guide.consent, copy: [], link: `${console}/auth/audience` },
    {
      ...guide.scopes,
      copy: [scope.upload, scope.read, scope.manage, scope.analytics],
      link: `${console}/auth/scopes`,
    },
    { ...guide.client, copy: [], link: `${console}/auth/clients` },
    { ...guide.paste, copy: [], link: null },
    { ...guide.audit, copy: [], link: 'https://support.google.com/youtube/contact/yt_api_form' },
  ],
  laterParts: 'comments',
  fetchesMedia: 'none',
  preview: 'video',
  clientSecret: 'required',
};
