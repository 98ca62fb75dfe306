import { formOf } from '../body.ts';
import type { Exchange } from '../exchange.ts';

/** Who an app says it is; `secret` undefined where it gave none. */
export interface Client {
  readonly id: string;
  readonly secret: string | undefined;
}

/** The client of a token request: by HTTP Basic (RFC 6749, section 2.3.1), or by `client_id` and `client_secret` in the body. */
export function clientOf(exchange: Exchange, form: URLSearchParams, idName = 'client_id'): Client {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(exchange.headers.authorization ?? '')?.[1];
  if (basic === undefined) {
    return { id: form.get(idName) ?? '', secret: form.get('client_secret') ?? undefined };
  }
  const pair = Buffer.from(basic, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0) return { id: '', secret: '' };
  return { id: unescaped(pair.slice(0, colon)), secret: unescaped(pair.slice(colon + 1)) };
}

/** Both halves are form-encoded before they are joined. */
function unescaped(value: string): string {
  return new URLSearchParams(`v=${value}`).get('v') ?? '';
}

/** The bearer token of a request's `Authorization`. */
export function bearerOf(exchange: Exchange): string | undefined {
  return /^Bearer (\S+)$/i.exec(exchange.headers.authorization ?? '')?.[1];
}

/** The refresh token of a request to an address that begins with `path`; empty when there is none. */
export function refreshTokenOf(exchange: Exchange, path: string): string {
  return exchange.path.startsWith(path) ? (formOf(exchange)?.get('refresh_token') ?? '') : '';
}
