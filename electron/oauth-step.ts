/** What a network's sign-in needs: where it ends, and the hosts it may lead over. */
export interface OAuthRoute {
  /** The https address that the network sends the user back to; it is caught, never loaded. */
  readonly redirectUri: string;
  /** Hosts of the network's own pages, each with all of its subdomains. */
  readonly allowedHosts: readonly string[];
}

/** What to do with an address that the sign-in window is about to load. */
export type OAuthStep = 'load' | 'caught' | 'refused';

/** Decides over one navigation of the sign-in window: https to the network's hosts only, and the redirect is caught. */
export function oauthStep(address: string, route: OAuthRoute): OAuthStep {
  const url = URL.parse(address);
  const redirect = URL.parse(route.redirectUri);
  if (url === null || redirect === null || url.protocol !== 'https:') return 'refused';
  if (url.origin === redirect.origin && url.pathname === redirect.pathname) return 'caught';
  if (url.username !== '' || url.password !== '') return 'refused';
  return route.allowedHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
    ? 'load'
    : 'refused';
}
