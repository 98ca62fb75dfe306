import { digestOf, newSecret } from './secrets.ts';

const mostInvitations = 32;
const mostSessions = 64;

/** What one opened address has given to a browser. */
export interface OpenedSession {
  /** The value of the cookie. */
  readonly cookie: string;
  /** What the window sends in `x-ocma-window`; a cookie alone may have reached another server on loopback. */
  readonly windowSecret: string;
}

/**
 * Who may use the window's calls. An invitation (the token in a printed address) works once and gives a cookie and a
 * window secret; a call needs both. Nothing is kept but digests, and nothing outlives the process.
 */
export interface Sessions {
  /** A fresh one-time token; the oldest of 32 unused ones is forgotten. */
  invite(): string;
  /** Uses a one-time token up; null where it is unknown or used. */
  accept(invitation: string): OpenedSession | null;
  /** Whether a cookie is one of ours: enough to load the page and its pictures, not to call. */
  hasCookie(cookie: string | null): boolean;
  /** Whether a call comes from a window that was opened with an invitation. */
  mayCall(cookie: string | null, windowSecret: string | undefined): boolean;
}

/** An empty book of sessions. */
export function createSessions(): Sessions {
  const invitations = new Set<string>();
  const windowOfCookie = new Map<string, string>();
  return {
    invite() {
      const token = newSecret();
      invitations.add(digestOf(token));
      dropOldest(invitations, mostInvitations);
      return token;
    },
    accept(invitation) {
      if (!invitations.delete(digestOf(invitation))) return null;
      const opened = { cookie: newSecret(), windowSecret: newSecret() };
      windowOfCookie.set(digestOf(opened.cookie), digestOf(opened.windowSecret));
      dropOldest(windowOfCookie, mostSessions);
      return opened;
    },
    hasCookie: (cookie) => cookie !== null && windowOfCookie.has(digestOf(cookie)),
    mayCall: (cookie, windowSecret) =>
      cookie !== null &&
      windowSecret !== undefined &&
      windowOfCookie.get(digestOf(cookie)) === digestOf(windowSecret),
  };
}

function dropOldest(
  kept: { size: number; keys(): Iterator<string>; delete(key: string): boolean },
  most: number,
): void {
  if (kept.size <= most) return;
  const oldest = kept.keys().next();
  if (!oldest.done) kept.delete(oldest.value);
}
