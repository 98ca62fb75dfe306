import type { Route } from '../../network.ts';
import type { AuthorizeRules } from '../../oauth/authorize.ts';
import type { ConsentStyle } from '../../oauth/consent.ts';
import type { TokenHabits } from '../../oauth/grants.ts';
import { consentRoutes } from '../../oauth/routes.ts';
import { youtubePeople } from '../people.ts';
import type { Person } from '../people.ts';
import type { Settings } from '../settings.ts';
import { knownScopes, scopes, scopeWords } from './scopes.ts';
import { answerRevokeRequest, answerTokenRequest } from './token.ts';
import type { TokenDesk } from './token.ts';

/** Google's codes live ten minutes. */
export const codeLifeMs = 600_000;

/** Google's access tokens live an hour. Refresh tokens stay the same, and end after seven days while the project is in testing. */
export function habitsOf(settings: Settings): TokenHabits {
  return {
    accessLifeMs: 3_600_000,
    refresh: {
      get lifeMs() {
        return settings.now.testing ? 7 * 86_400_000 : null;
      },
      rotates: false,
      comesWith: () => true,
    },
    prefix: '',
  };
}

const style: ConsentStyle<Person> = {
  title: 'YouTube',
  hue: 0,
  path: '/youtube/o/oauth2/v2/auth',
  people: youtubePeople.practicePeople,
  about: ({ longUploads }) => (longUploads ? 'long videos' : ''),
  scopeWords,
  refusable: (scope) => scope !== scopes.user,
  grantable: null,
};

/** Google's consent page, its token endpoint and its revocation endpoint. */
export function oauthRoutes(desk: TokenDesk): readonly Route[] {
  const { codes, now, apps } = desk;
  const rules: AuthorizeRules = {
    apps,
    clientParameter: 'client_id',
    scopeSeparator: ' ',
    knownScopes,
    pkce: 'optional',
    challengeMethod: 'S256',
  };
  return [
    ...consentRoutes({ rules, style, directory: youtubePeople, codes, now }),
    {
      method: 'POST',
      path: '/youtube/token',
      operation: 'oauth.token',
      handle: (exchange) => answerTokenRequest(desk, exchange),
    },
    {
      method: 'POST',
      path: '/youtube/revoke',
      operation: 'oauth.revoke',
      handle: (exchange) => answerRevokeRequest(desk, exchange),
    },
  ];
}
