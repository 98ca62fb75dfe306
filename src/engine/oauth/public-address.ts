import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** What is not of the public internet (RFC 6890 and its registries). */
const ranges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['::1', 128, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

/** Names that mean this machine or its own network by themselves (RFC 6761, 6762, 8375). */
const ownNames = /(^|\.)(localhost|local|internal|home\.arpa|lan|test|invalid)$/i;

/** Whether an IP address is of the public internet; addresses of IPv4 inside of IPv6 are looked at as what they are. */
export function isPublicIp(address: string): boolean {
  const blocked = new BlockList();
  for (const [from, bits, family] of ranges) blocked.addSubnet(from, bits, family);
  const family = isIP(address);
  if (family === 0) return false;
  return !blocked.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** The addresses of a name; none where it is not known. */
export type ResolveName = (host: string) => Promise<readonly string[]>;

/**
 * Whether an address may be asked although only a person or a strange server named it: https at its usual port, by a name that leads
 * to the public internet alone. A name that is not known is let through, since nothing is reached by it.
 */
export async function isPublicAddress(url: URL, resolve: ResolveName = addressesOf): Promise<boolean> {
  if (!mayBePublic(url)) return false;
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  if (isIP(host) !== 0) return isPublicIp(host);
  return (await resolve(host)).every(isPublicIp);
}

/** What can be said of an address without asking anybody for its name. */
function mayBePublic(url: URL): boolean {
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  if (isIP(host) !== 0) return isPublicIp(host);
  return host.includes('.') && !ownNames.test(host);
}

async function addressesOf(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}
