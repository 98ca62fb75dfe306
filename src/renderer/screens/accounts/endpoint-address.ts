/** The places a network is spoken to at, in the order a connection meets them. */
export const endpointNames = ['authorize', 'token', 'revoke', 'api', 'upload'] as const;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** What is wrong with the address of an endpoint: no whole web address, or plain http to another machine. */
export function endpointFault(address: string): 'wrong' | 'insecure' | null {
  const text = address.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return 'wrong';
  const { protocol, hostname } = new URL(text);
  return protocol === 'http:' && !isLoopback(hostname) ? 'insecure' : null;
}
