import type { IncomingMessage } from 'node:http';

/** The reason to refuse a request before looking at it, or null. */
export type Refusal = { readonly status: 403 | 421; readonly message: string } | null;

/**
 * Lets pass only requests that were meant for this address and do not come from a foreign page. A name that an attacker
 * points at 127.0.0.1 (DNS rebinding) shows in `Host`, a foreign page in `Origin` and `Sec-Fetch-Site`.
 */
export function refusal(request: IncomingMessage, port: number): Refusal {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host.toLowerCase())) {
    return { status: 421, message: 'This address is not served here. Use the address that OCMA printed.' };
  }
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return { status: 403, message: 'Requests from other pages are refused.' };
  }
  return null;
}

/** Whether the browser says that one of our own pages asks; true where it says nothing, as programs do. */
export function fromOwnPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}
