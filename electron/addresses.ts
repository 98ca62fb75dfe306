import { openableUrl } from '../src/host/browser.ts';

/** The scheme that the window is served from; never `file:`, whose pages may read the disk. */
export const appScheme = 'app';
/** The one origin of the window. */
export const appOrigin = 'app://ocma';
/** The scheme of links that lead into the app from outside. */
export const linkScheme = 'ocma';

/** Screens that a link from outside may open. */
const linkedScreens = new Set([
  '',
  'compose',
  'queue',
  'analytics',
  'accounts',
  'settings',
  'health',
  'import',
]);

/** Whether an address is one of our own pages: its parsed scheme and host, never a prefix of its text. */
export function isOwnAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === `${appScheme}:` && url.host === 'ocma';
}

/**
 * The address, written anew, if it may be handed to the system to open: https, mail, and http on this machine, where the
 * practice network's pages are. Null for all others.
 */
export function externalAddress(text: string): string | null {
  const url = URL.parse(text);
  if (url?.protocol === 'mailto:') return url.href;
  try {
    return openableUrl(text);
  } catch {
    return null;
  }
}

/** The path inside the app that a link such as `ocma://queue?delivery=1` means; null where it leads nowhere. */
export function targetOfLink(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || url.protocol !== `${linkScheme}:`) return null;
  if (!linkedScreens.has(url.host) || !['', '/'].includes(url.pathname)) return null;
  return `/${url.host}${url.search}`;
}

/** The target of the link with which the system started the app, if it did. */
export function targetOfArguments(argv: readonly string[]): string | null {
  const link = argv.slice(1).find((argument) => argument.startsWith(`${linkScheme}:`));
  return link === undefined ? null : targetOfLink(link);
}
