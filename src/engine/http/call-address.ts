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
  { platform, endpoints }: { readonly platform: Platform; readonly endpoints: Endpoints },
): URL | null {
  if (call.address === undefined) return joined(baseOf(call, platform, endpoints), call.path, call.query);
  if (!URL.canParse(call.address)) return null;
  const url = new URL(call.address);
  return isSafeAddress(url) && isOurs(url, platform, endpoints) ? url : null;
}

function baseOf(
  { endpoint, satellite }: Pick<CallFacts, 'endpoint' | 'satellite'>,
  platform: Platform,
  endpoints: Endpoints,
): string {
  const own = satellite === undefined ? undefined : platform.satellites?.[satellite];
  // Whoever stands in for the API stands in for all of the network.
  return own === undefined || endpoints.api !== platform.endpoints.api ? endpoints[endpoint] : own;
}

function isOurs(url: URL, { uploadOrigins = [], endpoints: usual }: Platform, endpoints: Endpoints): boolean {
  if (Object.values(endpoints).some((endpoint) => new URL(endpoint).origin === url.origin)) return true;
  if (endpoints.upload !== usual.upload) return false;
  return uploadOrigins.some((origin) => {
    const [scheme = '', host = ''] = origin.split('://');
    if (url.protocol !== `${scheme}:`) return false;
    return host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host;
  });
}
