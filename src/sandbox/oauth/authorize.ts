import { z } from 'zod';
import type { Answer } from '../exchange.ts';
import { html, page } from '../page.ts';
import type { Apps } from './apps.ts';
import type { Challenge } from './codes.ts';
import type { AskedConsent } from './consent.ts';

/** What a network wants of the address that an app sends a person to. */
export interface AuthorizeRules {
  readonly apps: Apps;
  /** `client_key` at TikTok. */
  readonly clientParameter: 'client_id' | 'client_key';
  readonly scopeSeparator: ' ' | ',';
  /** Every scope that there is; undefined where the app chose them elsewhere and none are sent. */
  readonly knownScopes: ReadonlySet<string> | undefined;
  /** Whether a challenge is needed, taken, or not known here. */
  readonly pkce: 'required' | 'optional' | 'none';
  /** How S256 is written here. */
  readonly challengeMethod: 'S256' | 'S256_hex';
  /** What is answered to an address that is not registered; a page that says so when left out. */
  readonly badRedirect?: () => Answer;
}

/** A request for consent that holds together. */
export interface AuthorizeRequest extends AskedConsent {
  /** Empty where the app sent none. */
  readonly state: string;
  readonly challenge: Challenge | null;
}

const querySchema = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1).optional(),
  client_key: z.string().min(1).optional(),
  redirect_uri: z.string().min(1),
  scope: z.string().optional(),
  state: z.string().max(1000).default(''),
  code_challenge: z.string().min(43).max(128).optional(),
  code_challenge_method: z.string().default('plain'),
});

/** Reads what an app sent a person here with, or the page that says what is wrong. Never sends anyone to an unchecked address. */
export function readAuthorizeRequest(
  parameters: URLSearchParams,
  rules: AuthorizeRules,
): AuthorizeRequest | Answer {
  const sent = Object.fromEntries([...parameters].filter(([name]) => !ownFields.has(name)));
  const parsed = querySchema.safeParse(sent);
  if (!parsed.success) return broken(z.prettifyError(parsed.error));
  const query = parsed.data;
  const clientId = query[rules.clientParameter] ?? '';
  if (!rules.apps.knows(clientId)) return broken(`No app has the ${rules.clientParameter} ${clientId}.`);
  if (!rules.apps.allowsRedirect(clientId, query.redirect_uri)) {
    return rules.badRedirect?.() ?? broken('The redirect address is not registered for this app.');
  }
  const scopes = [
    ...new Set((query.scope ?? '').split(rules.scopeSeparator).filter((scope) => scope !== '')),
  ];
  const unknown = scopes.filter((scope) => rules.knownScopes?.has(scope) === false);
  if (unknown.length > 0) return broken(`There is no scope named ${unknown.join(', ')}.`);
  if (rules.knownScopes !== undefined && scopes.length === 0) return broken('The app asked for no scope.');
  const challenge = challengeOf(query.code_challenge, query.code_challenge_method, rules);
  if (typeof challenge === 'string') return broken(challenge);
  return {
    clientId,
    redirectUri: query.redirect_uri,
    scopes,
    state: query.state,
    challenge,
    parameters: sent,
  };
}

/** What the consent form adds to the app's own parameters. */
const ownFields: ReadonlySet<string> = new Set(['person', 'decision', 'ticks', 'granted', 'chosen']);

function challengeOf(
  value: string | undefined,
  method: string,
  rules: AuthorizeRules,
): Challenge | null | string {
  if (rules.pkce === 'none') return null;
  if (value === undefined) return rules.pkce === 'required' ? 'A code_challenge is needed.' : null;
  if (method.toUpperCase() === 'S256') return { method: rules.challengeMethod, value };
  return method === 'plain' ? { method: 'plain', value } : 'code_challenge_method: expected S256 or plain.';
}

function broken(reason: string): Answer {
  return page(
    400,
    'This did not work',
    html`<h1>The app could not ask for access</h1>
      <p>Go back to the app and try again. What was wrong:</p>
      <pre class="small">${reason}</pre>`,
  );
}
