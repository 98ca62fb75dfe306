import { z } from 'zod';
import { html, page } from '../../page.ts';
import { json } from '../../exchange.ts';
import type { Answer } from '../../exchange.ts';
import type { Apps } from './apps.ts';
import { knownScopes } from './scopes.ts';

const querySchema = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1),
  redirect_uri: z.string().min(1),
  scope: z.string().min(1),
  state: z.string().min(1).max(500),
  code_challenge: z.string().min(43).max(128),
  code_challenge_method: z.string().transform((method, context) => {
    if (method.toUpperCase() === 'S256') return 'S256';
    if (method === 'plain') return 'plain';
    context.addIssue('Expected S256 or plain.');
    return z.NEVER;
  }),
});

/** A request for consent that holds together. */
export interface AuthorizeRequest extends z.infer<typeof querySchema> {
  readonly scopes: readonly string[];
}

/** Reads what an app sent a person here with, or the page that says what is wrong. Never sends anyone to an unchecked address. */
export function readAuthorizeRequest(parameters: URLSearchParams, apps: Apps): AuthorizeRequest | Answer {
  const parsed = querySchema.safeParse(Object.fromEntries(parameters));
  if (!parsed.success) return broken(z.prettifyError(parsed.error));
  const request = parsed.data;
  if (!apps.knows(request.client_id)) return broken(`No app has the client id ${request.client_id}.`);
  if (!apps.allowsRedirect(request.client_id, request.redirect_uri)) {
    return json(400, {
      errors: [{ code: 415, message: 'Callback URL not approved for this client application.' }],
    });
  }
  const scopes = request.scope.split(' ').filter((scope) => scope !== '');
  const unknown = scopes.filter((scope) => !knownScopes.has(scope));
  if (unknown.length > 0) return broken(`There is no scope named ${unknown.join(', ')}.`);
  return { ...request, scopes };
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
