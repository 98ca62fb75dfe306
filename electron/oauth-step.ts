/** What a network's sign-in needs: where it ends, and the hosts it may lead over. */
export interface OAuthRoute {
  /** The https address that the network sends the user back to; it is caught, never loaded. */
  readonly address: string;
  /** Hosts of the network's own pages, each with all of its subdomains. */
  readonly hosts: readonly string[];
}

/** What to do with an address that the sign-in window is about to load. */
export type OAuthStep = 'load' | 'caught' | 'refused';

/** Decides over one navigation of the sign-in window: https to the network's hosts only, and the redirect is caught. */
export function oauthStep(address: string, route: OAuthRoute): OAuthStep {
  const url = URL.parse(address);
  const redirect = URL.parse(route.address);
  if (url === null || redirect === null || url.protocol !== 'https:') return 'refused';
  if (url.origin === redirect.origin && url.pathname === redirect.pathname) return 'caught';
  if (url.username !== '' || url.password !== '') return 'refused';
  return route.hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
    ? 'load'
    : 'refused';
}

/** Parts of a page that come from nowhere. */
const inner = new Set(['data:', 'blob:', 'about:']);

/**
 * Decides over one request of the sign-in window. The page itself goes by `oauthStep`; what it is made of, such as pictures or
 * the frame of a riddle for people, may be of other hosts, but comes by https and never from the redirect's address.
 */
export function oauthRequest(address: string, kind: string, route: OAuthRoute): OAuthStep {
  if (kind === 'mainFrame') return oauthStep(address, route);
  const url = URL.parse(address);
  if (url === null) return 'refused';
  if (inner.has(url.protocol)) return 'load';
  if (url.protocol !== 'https:' && url.protocol !== 'wss:') return 'refused';
  return oauthStep(address, route) === 'caught' ? 'refused' : 'load';
}

/** What the network brought along in the address that was caught. */
export function broughtBy(address: string): URLSearchParams {
  return new URL(address).searchParams;
}
