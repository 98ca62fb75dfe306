import { extname } from 'node:path';
import { containedPath } from '../src/host/web/static-files.ts';
import { appScheme } from './addresses.ts';

/** What a request to our own scheme means. */
export type AppRequest =
  | { readonly kind: 'page' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'media'; readonly id: string }
  | { readonly kind: 'picture'; readonly accountId: string }
  | { readonly kind: 'refused'; readonly status: 403 | 404 | 405 };

/** Reads a request to `app://ocma/...` or `app://media/<id>`: reading only, two hosts, and nothing outside the build. */
export function readAppRequest(method: string, address: string, buildDirectory: string): AppRequest {
  if (method !== 'GET' && method !== 'HEAD') return { kind: 'refused', status: 405 };
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${appScheme}:`) return { kind: 'refused', status: 403 };
  if (url.host === 'media') return mediaRequest(url.pathname.slice(1));
  if (url.host !== 'ocma') return { kind: 'refused', status: 403 };
  if (url.pathname.startsWith('/media/')) return mediaRequest(url.pathname.slice('/media/'.length));
  const accountId = /^\/avatars\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (accountId !== undefined) return { kind: 'picture', accountId };
  if (extname(url.pathname) === '') return { kind: 'page' };
  const path = containedPath(buildDirectory, url.pathname);
  return path === null ? { kind: 'refused', status: 403 } : { kind: 'file', path };
}

function mediaRequest(id: string): AppRequest {
  return /^[\w-]+$/.test(id) ? { kind: 'media', id } : { kind: 'refused', status: 404 };
}
