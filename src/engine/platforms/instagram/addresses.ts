/** Where a profile is looked at; `webOrigin` is the origin of the account's `authorize` endpoint. */
export const profileUrl = (webOrigin: string, username: string): string =>
  `${new URL(webOrigin).origin}/${encodeURIComponent(username)}/`;

/** The code in the public address of a post, a reel or a story; null where it is none of Instagram's. */
export const postIdOf = (url: string): string | null =>
  /\/(?:p|reel|reels|tv)\/([\w-]{5,64})(?:[/?#]|$)/.exec(url)?.[1] ??
  /\/stories\/[\w.]{1,30}\/(\d{1,30})(?:[/?#]|$)/.exec(url)?.[1] ??
  null;
