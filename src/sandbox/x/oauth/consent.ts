import { html, page } from '../../page.ts';
import type { Answer } from '../../exchange.ts';
import { practicePeople } from '../people/people.ts';
import { followersAt } from '../metrics/followers.ts';
import { avatarPath } from '../people/avatar.ts';
import type { AuthorizeRequest } from './authorize.ts';
import { scopeWords } from './scopes.ts';

/** The page on which a person chooses whom to be and says `Allow` or `Deny`. */
export function consentPage(request: AuthorizeRequest, now: number): Answer {
  const carried = {
    response_type: request.response_type,
    client_id: request.client_id,
    redirect_uri: request.redirect_uri,
    scope: request.scope,
    state: request.state,
    code_challenge: request.code_challenge,
    code_challenge_method: request.code_challenge_method,
  };
  return page(
    200,
    'Connect an account',
    html`<h1>Connect an X account, for practice</h1>
      <p>
        The app <strong>${request.client_id}</strong> asks for access to a practice account. Choose whom to
        be.
      </p>
      <form method="post" action="/i/oauth2/authorize" class="card">
        ${Object.entries(carried).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <fieldset>
          <legend>Practice person</legend>
          ${practicePeople.map(
            (person, index) =>
              html`<label class="person"
                ><input
                  type="radio"
                  name="person"
                  value="${person.username}"
                  ${index === 0 ? html` checked` : html``}
                /><img src="${avatarPath(person)}" alt="" /><span
                  ><strong>${person.name}</strong> <span class="quiet">@${person.username}</span><br />
                  <span class="quiet small"
                    >${followersAt(person, now).toLocaleString('en')} followers ·
                    ${person.subscription === 'None' ? 'no subscription' : person.subscription}</span
                  ></span
                ></label
              >`,
          )}
        </fieldset>
        <h2>The app will be able to</h2>
        <ul>
          ${request.scopes.map((scope) => html`<li>${scopeWords[scope] ?? scope}</li>`)}
        </ul>
        <div class="actions">
          <button class="primary" name="decision" value="allow">Allow</button>
          <button name="decision" value="deny">Deny</button>
        </div>
      </form>
      <p class="quiet small">You will be sent back to ${new URL(request.redirect_uri).host}.</p>`,
  );
}
