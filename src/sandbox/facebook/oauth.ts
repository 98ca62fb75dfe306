import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import type { Route } from '../network.ts';
import type { Apps } from '../oauth/apps.ts';
import type { Codes } from '../oauth/codes.ts';
import { consentRoutes } from '../oauth/routes.ts';
import { graphError } from '../meta/problems.ts';
import { longLived, shortLifeMs, tokenAnswer } from '../meta/tokens.ts';
import { facebookPages, managedBy } from './pages.ts';
import type { Page } from './pages.ts';
import type { FacebookWorld } from './world.ts';

const scopeWords: Readonly<Record<string, string>> = {
  pages_show_list: 'See which Pages you manage',
  pages_manage_posts: 'Create and delete posts of your Pages',
  pages_read_engagement: 'Read what your Pages posted, and who follows them',
  pages_manage_engagement: 'Create comments on your Pages',
  pages_read_user_content: 'Read what others write on your Pages',
  read_insights: 'Read the numbers of your Pages',
  business_management: 'See the Pages of your Business Portfolios',
};

/** The app that comes from the same machine without having been saved; it has no secret. */
const practiceClientId = '100000000000001';

const dialogPath = '/facebook/v26.0/dialog/oauth';

interface Desk {
  readonly world: FacebookWorld;
  readonly apps: Apps;
  readonly codes: Codes;
}

/** Facebook Login: its dialog, and the exchange of codes and tokens. */
export function oauthRoutes(desk: Desk): readonly Route[] {
  const { apps, codes, world } = desk;
  return [
    ...consentRoutes<Page>({
      rules: {
        apps,
        clientParameter: 'client_id',
        scopeSeparator: ',',
        knownScopes: new Set(Object.keys(scopeWords)),
        pkce: 'none',
        challengeMethod: 'S256',
      },
      style: {
        title: 'Facebook',
        hue: 214,
        path: dialogPath,
        people: facebookPages.practicePeople,
        about: ({ business }) => (business === null ? '' : 'has a Business Portfolio'),
        scopeWords,
        refusable: (scope) => scope !== 'pages_show_list',
        grantable: {
          legend: 'Pages',
          of: (person) =>
            managedBy(person).map(({ page, edge }) => ({
              id: page.id,
              name: page.name,
              about: edge === 'accounts' ? '' : 'in the Business Portfolio',
            })),
        },
      },
      directory: facebookPages,
      codes,
      now: world.now,
    }),
    {
      method: 'GET',
      path: '/facebook/:version/oauth/access_token',
      operation: 'oauth.token',
      handle: (exchange) => answerTokenRequest(desk, exchange),
    },
    {
      method: 'GET',
      path: '/facebook/:version/debug_token',
      operation: 'oauth.inspect',
      handle: (exchange) => inspect(world, exchange),
    },
  ];
}

function answerTokenRequest({ world, apps, codes }: Desk, { query }: Exchange): Answer {
  const clientId = query.get('client_id') ?? '';
  const secret = query.get('client_secret') ?? '';
  if (clientId === '') return graphError({ code: 101, message: 'Missing client_id parameter.' });
  if (secret === '' && clientId !== practiceClientId)
    return graphError({ code: 1, message: 'Missing client_secret parameter.' });
  if (!apps.knows(clientId))
    return graphError({ code: 101, message: 'Error validating application. Invalid application ID.' });
  if (!apps.accepts(clientId, secret === '' ? undefined : secret))
    return graphError({ code: 1, message: 'Error validating client secret.' });
  const now = world.now();
  if (query.get('grant_type') === 'fb_exchange_token') {
    const grant = world.grants.find(query.get('fb_exchange_token') ?? '', now);
    if (grant === undefined || grant.under !== null || grant.clientId !== clientId)
      return graphError({ code: 190, message: 'Invalid OAuth access token.' });
    return tokenAnswer(longLived(world.grants, grant, now), now);
  }
  const pending = codes.take(query.get('code') ?? '', now);
  if (pending === undefined)
    return graphError({ code: 100, subcode: 36_009, message: 'This authorization code has been used.' });
  if (pending.clientId !== clientId || pending.redirectUri !== query.get('redirect_uri')) {
    return graphError({
      code: 100,
      subcode: 36_008,
      message:
        'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
    });
  }
  const { account, scopes, chosen } = pending;
  return tokenAnswer(world.grants.issue({ account, clientId, scopes, chosen }, now, shortLifeMs), now);
}

function inspect({ grants, now }: FacebookWorld, { query }: Exchange): Answer {
  const [clientId = '', secret = ''] = (query.get('access_token') ?? '').split('|');
  if (clientId === '' || secret === '')
    return graphError({ code: 190, message: 'An app access token is required.' });
  const token = query.get('input_token') ?? '';
  const grant = grants.findExpired(token);
  if (grant === undefined || grant.clientId !== clientId) {
    const error = { code: 190, message: 'Invalid OAuth access token.' };
    return json(200, { data: { error, is_valid: false, scopes: [] } });
  }
  const never = grant.expiresAt === Number.MAX_SAFE_INTEGER;
  return json(200, {
    data: {
      app_id: grant.clientId,
      type: grant.under === null ? 'USER' : 'PAGE',
      is_valid: grants.find(token, now()) !== undefined,
      expires_at: never ? 0 : Math.floor(grant.expiresAt / 1_000),
      data_access_expires_at: Math.floor((now() + 90 * 86_400_000) / 1_000),
      scopes: grant.scopes,
      user_id: facebookPages.byId(grant.account ?? '')?.userId,
    },
  });
}
