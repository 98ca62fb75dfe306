import { postAddress } from '../post-address.ts';

/**
 * The id in a post's public address, on any server: `/@anna/103254962155278888`, `/users/anna/statuses/…`, `/@anna/statuses/…` and
 * `/notice/…` of other software. The path ends with it, which other networks' do not.
 */
export const postIdOf = (url: string): string | null =>
  /^(?:\/[\w-]+)?\/(?:@[^/]+(?:\/statuses)?|users\/[^/]+\/statuses|notice)\/((?=\w*\d)\w{2,40}|\w{18})\/?$/.exec(
    postAddress(url, null)?.pathname ?? '',
  )?.[1] ?? null;
