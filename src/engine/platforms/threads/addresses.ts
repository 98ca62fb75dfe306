/** Where a profile is looked at; `webOrigin` is the origin of the account's `authorize` endpoint. */
export const profileUrl = (webOrigin: string, username: string): string =>
  `${new URL(webOrigin).origin}/@${encodeURIComponent(username)}`;

/** The code in a post's public address: `https://www.threads.com/@name/post/C8…`; null where it is none of Threads'. */
export const postIdOf = (url: string): string | null =>
  /\/(?:@[\w.]{1,30}\/post|t)\/([\w-]{5,64})(?:[/?#]|$)/.exec(url)?.[1] ?? null;
