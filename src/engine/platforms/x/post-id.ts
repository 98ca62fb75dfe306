/** The id in a post's public address, whatever the host in front of it: `https://x.com/name/status/123`. */
export function postIdOf(url: string): string | null {
  return /\/status\/(\d{1,20})(?:[/?#]|$)/.exec(url)?.[1] ?? null;
}
