import { joined } from '../../../http/address.ts';

/** The collection that posts are kept in. */
export const posts = 'app.bsky.feed.post';

/** A record's address in AT Protocol (`at://<did>/<collection>/<key>`). */
export const recordUri = (did: string, collection: string, key: string): string =>
  `at://${did}/${collection}/${key}`;

/** The parts of a record's address; null where it is none. */
export const partsOfUri = (uri: string): { did: string; collection: string; key: string } | null => {
  const [, did, collection, key] = /^at:\/\/([^/\s]+)\/([^/\s]+)\/([^/\s?#]+)$/.exec(uri) ?? [];
  return did === undefined || collection === undefined || key === undefined ? null : { did, collection, key };
};

/** An account's own posts are known by their record key alone, as in their public address; others by the whole address. */
export const idOf = (uri: string, ownDid: string): string => {
  const parts = partsOfUri(uri);
  return parts?.did === ownDid && parts.collection === posts ? parts.key : uri;
};

/** The whole address behind an id. */
export const uriOf = (id: string, ownDid: string): string =>
  id.startsWith('at://') ? id : recordUri(ownDid, posts, id);

/** Where a post is looked at; Bluesky's pages are at the `authorize` endpoint. */
export const postUrl = (pages: string, author: string, key: string): string =>
  joined(pages, `/profile/${encodeURIComponent(author)}/post/${encodeURIComponent(key)}`).href;

/** An account's public page. */
export const profileUrl = (pages: string, handle: string): string =>
  joined(pages, `/profile/${encodeURIComponent(handle)}`).href;
