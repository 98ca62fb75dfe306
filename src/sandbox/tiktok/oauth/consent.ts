import type { Apps } from '../../oauth/apps.ts';
import type { AuthorizeRules } from '../../oauth/authorize.ts';
import type { ConsentStyle } from '../../oauth/consent.ts';
import { html, page } from '../../page.ts';
import { tiktokPeople } from '../people/people.ts';
import type { Person } from '../people/people.ts';

const scopeWords = {
  'user.info.basic': 'Read your name and picture',
  'user.info.profile': 'Read your username and the link to your profile',
  'user.info.stats': 'Read how many follow you',
  'video.list': 'Read your public videos and their numbers',
  'video.upload': 'Send drafts to your inbox',
  'video.publish': 'Post to your profile',
} as const;

/** TikTok's page of consent; everything but the first scope may be refused. */
export const consentStyle: ConsentStyle<Person> = {
  title: 'TikTok',
  hue: 345,
  path: '/tiktok/v2/auth/authorize/',
  people: tiktokPeople.practicePeople,
  about: ({ isPrivate }) => (isPrivate ? 'private account' : ''),
  scopeWords,
  refusable: (scope) => scope !== 'user.info.basic',
  grantable: null,
};

/** What TikTok wants of the address of its page of consent. A desktop app registers `*` for the port. */
export function rulesOf(apps: Apps): AuthorizeRules {
  return {
    apps,
    clientParameter: 'client_key',
    scopeSeparator: ',',
    knownScopes: new Set(Object.keys(scopeWords)),
    pkce: 'required',
    challengeMethod: 'S256_hex',
    badRedirect: () =>
      page(
        400,
        'Something went wrong',
        html`<h1>Something went wrong</h1>
          <p>redirect_uri</p>`,
      ),
  };
}

/** Whether an address is one that a desktop app may have: this machine, a port, and nothing behind the path. */
export function isDesktopRedirect(address: string): boolean {
  if (!URL.canParse(address) || address.length >= 512) return false;
  const { hostname, port, search, hash, protocol } = new URL(address);
  return (
    ['http:', 'https:'].includes(protocol) &&
    ['127.0.0.1', 'localhost'].includes(hostname) &&
    port !== '' &&
    search === '' &&
    hash === ''
  );
}
