/**
 * The id in a post's public address: `/@anna/103254962155278888`, `/users/anna/statuses/…`, `/@anna/statuses/…` and `/notice/…`
 * of other software.
 */
export const postIdOf = (url: string): string | null =>
  /\/(?:@[^/]+(?:\/statuses)?|users\/[^/]+\/statuses|notice)\/([A-Za-z0-9]+)(?:[/?#]|$)/.exec(url)?.[1] ??
  null;
