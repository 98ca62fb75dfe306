import type { AccountHttp } from '../../../http/call.ts';

/**
 * The address of a post on the web. X's pages are where its consent page is, so that another server standing in X's
 * place gives addresses of its own.
 */
export const postUrl = (
  { endpoints }: Pick<AccountHttp, 'endpoints'>,
  username: string,
  id: string,
): string =>
  new URL(`/${username === '' ? 'i' : encodeURIComponent(username)}/status/${id}`, endpoints.authorize).href;

/** The address of an account's page. */
export const profileUrl = ({ endpoints }: Pick<AccountHttp, 'endpoints'>, username: string): string =>
  new URL(`/${encodeURIComponent(username)}`, endpoints.authorize).href;
