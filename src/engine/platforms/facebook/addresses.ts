import type { AccountRef } from '../publishing.ts';

/** Posts are named by their Page and a number; some answers leave the Page out. */
export const wholePostId = ({ remoteId }: Pick<AccountRef, 'remoteId'>, id: string): string =>
  id.includes('_') ? id : `${remoteId}_${id}`;

/** The address of a post: as Facebook says, which may be a path, else by its id. */
export const postUrl = (
  { webOrigin }: Pick<AccountRef, 'webOrigin'>,
  id: string,
  permalink: string | null | undefined,
): string => {
  const said = permalink ?? '';
  return said !== '' && URL.canParse(said, webOrigin)
    ? new URL(said, webOrigin).href
    : new URL(`/${encodeURIComponent(id)}`, webOrigin).href;
};
