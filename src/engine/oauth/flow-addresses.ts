import type { Endpoints } from '../../shared/models/account.ts';
import type { Platform } from '../platforms/platform.ts';
import type { BrowserSignIn, RedirectRule } from '../platforms/sign-in.ts';
import { areLoopback } from './network-config.ts';

/** How the browser comes back: by the network's rule; where the network is played on this machine, always to a listener. */
export function redirectRule(
  platform: Pick<Platform, 'name'>,
  { redirect }: BrowserSignIn,
  endpoints: Endpoints,
): RedirectRule {
  return redirect.kind === 'intercept' && areLoopback(endpoints)
    ? { kind: 'loopback', host: 'localhost', ports: [], path: `/oauth/${platform.name}` }
    : redirect;
}

/** A broker's app is sent back to its own address, in place of the network's rule; null: it follows that. */
export function ruleOfBroker(rule: RedirectRule, address: string | null, endpoints: Endpoints): RedirectRule {
  if (address === null) return rule;
  const hosts = rule.kind === 'intercept' ? rule.hosts : [new URL(endpoints.authorize).hostname];
  return { kind: 'intercept', address, hosts };
}

/** Every address that the network may send the browser to, for the user to register; with any port where there is none. */
export function redirectUris({ signIn }: Platform): string[] {
  if (signIn.kind === 'password') return [];
  const { redirect } = signIn;
  if (redirect.kind === 'intercept') return [redirect.address];
  return redirect.ports.map((port) => `http://${redirect.host}:${port}${redirect.path}`);
}

/** The address that is sent where nothing listens and the user pastes what comes back. */
export function firstRedirectUri(rule: RedirectRule): string {
  if (rule.kind === 'intercept') return rule.address;
  const port = rule.ports[0];
  return `http://${rule.host}${port === undefined ? '' : `:${port}`}${rule.path}`;
}

/** The consent page with its question (RFC 6749, section 4.1.1; RFC 7636, section 4.3), but for the state. */
export function authorizeUrl(
  signIn: BrowserSignIn,
  endpoint: string,
  given: { clientId: string; redirectUri: string; codeChallenge: string; scopes: readonly string[] },
): string {
  const url = new URL(endpoint);
  const all = {
    response_type: 'code',
    scope: given.scopes.join(signIn.scopeSeparator),
    [signIn.clientIdParameter]: given.clientId,
    redirect_uri: given.redirectUri,
    ...signIn.authorizeParameters,
    ...(signIn.pkce !== 'none' && { code_challenge: given.codeChallenge, code_challenge_method: 'S256' }),
  };
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
  return spacesAsPercent(url);
}

/** The address to open; null leaves the state out. */
export function withState(address: string, state: string | null): string {
  const url = new URL(address);
  if (state !== null) url.searchParams.set('state', state);
  return spacesAsPercent(url);
}

/** Scopes are parted by `%20`: not every network reads `+` as a space. */
function spacesAsPercent(url: URL): string {
  url.search = url.search.replaceAll('+', '%20');
  return url.href;
}

/** The parameters of a pasted address, or of the part of it that follows the question mark. */
export function parametersOf(address: string): URLSearchParams {
  const text = address.trim();
  const query = text.includes('?') ? text.slice(text.indexOf('?') + 1) : text;
  return new URLSearchParams(query.split('#')[0]);
}
