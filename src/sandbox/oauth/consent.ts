import type { Answer } from '../exchange.ts';
import { followersAt } from '../growth/followers.ts';
import { html, page } from '../page.ts';
import type { Html } from '../page.ts';
import { avatarPath } from '../people/avatar.ts';
import type { Inhabitant } from '../people/people.ts';

/** Something that a person can let the app use besides their own account: a page, an organisation, a channel. */
export interface Grantable {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

/** How a network's consent page looks and what can be chosen on it. */
export interface ConsentStyle<Member extends Inhabitant> {
  /** The network's name, as people read it. */
  readonly title: string;
  /** Its colour, in degrees. */
  readonly hue: number;
  /** Where the form goes: the path of the page itself. */
  readonly path: string;
  readonly people: readonly Member[];
  /** A line about a person, beside the followers; empty for none. */
  about(person: Member): string;
  /** What a scope lets the app do, in words. */
  readonly scopeWords: Readonly<Record<string, string>>;
  /** Whether a person may untick this scope. */
  refusable(scope: string): boolean;
  /** What else can be granted, and how the page calls them; null where there is nothing. */
  readonly grantable: { readonly legend: string; of(person: Member): readonly Grantable[] } | null;
}

/** What an app asked for. */
export interface AskedConsent {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Every parameter that the app came with; the form carries them along. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The page on which a person chooses whom to be and what to grant, and says `Allow` or `Deny`. */
export function consentPage<Member extends Inhabitant>(
  style: ConsentStyle<Member>,
  asked: AskedConsent,
  now: number,
): Answer {
  return page(
    200,
    'Connect an account',
    html`<h1>Connect ${article(style.title)} ${style.title} account, for practice</h1>
      <p>
        The app <strong>${asked.clientId}</strong> asks for access to a practice account. Choose whom to be.
      </p>
      <form
        method="post"
        action="${style.path}"
        class="card consent"
        style="border-top: 6px solid hsl(${style.hue} 70% 45%)"
      >
        ${Object.entries(asked.parameters).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <input type="hidden" name="ticks" value="1" />
        <fieldset>
          <legend>Practice person</legend>
          ${style.people.map((person, index) => personLine(style, person, index === 0, now))}
        </fieldset>
        <h2>The app will be able to</h2>
        <ul>
          ${asked.scopes.map((scope) => scopeLine(style, scope))}
        </ul>
        <div class="actions">
          <button class="primary" name="decision" value="allow">Allow</button>
          <button name="decision" value="deny">Deny</button>
        </div>
      </form>
      <p class="quiet small">You will be sent back to ${placeOf(asked.redirectUri)}.</p>`,
  );
}

function personLine<Member extends Inhabitant>(
  style: ConsentStyle<Member>,
  person: Member,
  first: boolean,
  now: number,
): Html {
  const about = style.about(person);
  const grantable = style.grantable?.of(person) ?? [];
  return html`<label class="person"
      ><input type="radio" name="person" value="${person.username}" ${first ? html` checked` : html``} /><img
        src="${avatarPath(person)}"
        alt=""
      /><span
        ><strong>${person.name}</strong> <span class="quiet">@${person.username}</span><br />
        <span class="quiet small"
          >${followersAt(person, now).toLocaleString('en')}
          followers${about === '' ? '' : ` · ${about}`}</span
        ></span
      ></label
    >
    ${
      grantable.length === 0
        ? html``
        : html`<fieldset class="granted">
            <legend class="small">${style.grantable?.legend ?? ''}</legend>
            ${grantable.map(
              ({ id, name, about: words }) =>
                html`<label
                    ><input type="checkbox" name="chosen" value="${id}" checked /> ${name}
                    <span class="quiet small">${words}</span></label
                  ><br />`,
            )}
          </fieldset>`
    }`;
}

function scopeLine<Member extends Inhabitant>(style: ConsentStyle<Member>, scope: string): Html {
  const words = style.scopeWords[scope] ?? scope;
  if (!style.refusable(scope)) return html`<li>${words}</li>`;
  return html`<li>
    <label><input type="checkbox" name="granted" value="${scope}" checked /> ${words}</label>
  </li>`;
}

function article(title: string): string {
  return /^[AEIOX]/.test(title) ? 'an' : 'a';
}

function placeOf(redirectUri: string): string {
  return URL.canParse(redirectUri) ? new URL(redirectUri).host || redirectUri : 'the app';
}

/** What a person decided. A form without the page's ticks, as a script sends it, grants all that was asked for. */
export function decisionOf<Member extends Inhabitant>(
  style: ConsentStyle<Member>,
  asked: AskedConsent,
  form: URLSearchParams,
  person: Member,
): { readonly scopes: readonly string[]; readonly chosen: readonly string[] } {
  const offered = (style.grantable?.of(person) ?? []).map(({ id }) => id);
  if (form.get('ticks') !== '1') return { scopes: asked.scopes, chosen: offered };
  const granted = form.getAll('granted');
  return {
    scopes: asked.scopes.filter((scope) => !style.refusable(scope) || granted.includes(scope)),
    chosen: offered.filter((id) => form.getAll('chosen').includes(id)),
  };
}
