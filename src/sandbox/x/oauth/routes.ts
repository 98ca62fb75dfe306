import type { Route } from '../../network.ts';
import { consentRoutes } from '../../oauth/routes.ts';
import { xPeople } from '../people/people.ts';
import { consentStyle, rulesOf } from './consent.ts';
import { answerRevokeRequest, answerTokenRequest } from './token.ts';
import type { TokenDesk } from './token.ts';

/** The endpoints of X's OAuth 2.0: the consent page, its answer, tokens and their end. */
export function oauthRoutes(desk: TokenDesk): readonly Route[] {
  const { codes, now, apps } = desk;
  return [
    ...consentRoutes({ rules: rulesOf(apps), style: consentStyle, directory: xPeople, codes, now }),
    {
      method: 'POST',
      path: '/2/oauth2/token',
      operation: 'oauth.token',
      handle: (exchange) => answerTokenRequest(desk, exchange),
    },
    {
      method: 'POST',
      path: '/2/oauth2/revoke',
      operation: 'oauth.revoke',
      handle: (exchange) => answerRevokeRequest(desk, exchange),
    },
  ];
}
