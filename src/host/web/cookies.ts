/** Browsers send a cookie to every port of a host, so its name tells ours from another OCMA's. */
function cookieName(port: number): string {
  return `ocma_session_${port}`;
}

/** The value of our session cookie in a `Cookie` header, or null. */
export function sessionCookie(header: string | undefined, port: number): string | null {
  const prefix = `${cookieName(port)}=`;
  for (const pair of (header ?? '').split(';')) {
    const trimmed = pair.trim();
    if (trimmed.startsWith(prefix)) return trimmed.slice(prefix.length);
  }
  return null;
}

/** The `Set-Cookie` line of a session: out of reach of scripts and of requests from other sites. */
export function setCookieLine(value: string, port: number): string {
  return `${cookieName(port)}=${value}; Path=/; HttpOnly; SameSite=Strict`;
}
