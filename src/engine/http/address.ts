const loopbackNames = new Set(['localhost', '[::1]']);

/** True for addresses that never leave this machine. */
export function isLoopback(url: URL): boolean {
  return loopbackNames.has(url.hostname) || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(url.hostname);
}

/** True where a secret may be sent: over https, or over plain http to this machine alone, and without a password in the address. */
export function isSafeAddress(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/** An endpoint's base and a path that begins with a slash, whether or not the base ends with one. */
export function joined(
  base: string,
  path: string,
  query: Readonly<Record<string, string | readonly string[]>> = {},
): URL {
  const url = new URL(base.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' ? [value] : value) url.searchParams.append(name, one);
  }
  return url;
}
