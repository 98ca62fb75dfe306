import type { Platform } from '../platforms/platform.ts';

/** Every address that the network may send the browser to, for the user to register. */
export function redirectUris(platform: Platform): string[] {
  return platform.oauth.redirectPorts.map((port) => `http://127.0.0.1:${port}${platform.oauth.redirectPath}`);
}

/** The address that is sent where nothing listens and the user pastes what comes back. */
export function firstRedirectUri(platform: Platform): string {
  return redirectUris(platform)[0] ?? `http://127.0.0.1${platform.oauth.redirectPath}`;
}

/** The consent page with its question (RFC 6749, section 4.1.1; RFC 7636, section 4.3), but for the state. */
export function authorizeUrl(
  platform: Platform,
  endpoint: string,
  parameters: Record<string, string>,
): string {
  const url = new URL(endpoint);
  const all = { response_type: 'code', scope: platform.oauth.scopes.join(' '), ...parameters };
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
  url.searchParams.set('code_challenge_method', platform.oauth.pkce);
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
