import type { Endpoints } from '../../shared/models/account.ts';
import type { Platform } from '../platforms/platform.ts';
import { isSafeAddress, joined } from './address.ts';
import type { CallFacts } from './call-facts.ts';

/**
 * Where a call goes: the endpoint's base and its path, one of the network's other hosts, or the address that the network
 * gave. Null where that address is of an origin that neither the account's endpoints nor the platform name: no token and
 * no medium is sent there.
 */
export function addressOf(
  call: Pick<CallFacts, 'address' | 'endpoint' | 'path' | 'query' | 'satellite'>,
  {
    platform,
    endpoints,
    custom = endpoints.api !== platform.endpoints.api || endpoints.upload !== platform.endpoints.upload,
  }: { readonly platform: Platform; readonly endpoints: Endpoints; readonly custom?: boolean },
): URL | null {
  if (call.address === undefined)
    return joined(baseOf(call, platform, endpoints, custom), call.path, call.query);
  if (!URL.canParse(call.address)) return null;
  const url = new URL(call.address);
  return isSafeAddress(url) && isOurs(url, platform, endpoints, custom) ? url : null;
}

function baseOf(
  { endpoint, satellite }: Pick<CallFacts, 'endpoint' | 'satellite'>,
  platform: Platform,
  endpoints: Endpoints,
  custom: boolean,
): string {
  const own = satellite === undefined ? undefined : platform.satellites?.[satellite];
  // Whoever stands in for the API stands in for all of the network.
  return own === undefined || custom ? endpoints[endpoint] : own;
}

function isOurs(url: URL, { uploadOrigins = [] }: Platform, endpoints: Endpoints, custom: boolean): boolean {
  if (Object.values(endpoints).some((endpoint) => new URL(endpoint).origin === url.origin)) return true;
  if (custom) return false;
  return uploadOrigins.some((origin) => {
    const [scheme = '', host = ''] = origin.split('://');
    if (url.protocol !== `${scheme}:`) return false;
    return host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host;
  });
}
