import { postAddress } from '../../post-address.ts';
import type { AccountRef } from '../../publishing.ts';

/** A post: `share` for texts, links and pictures, `ugcPost` for videos. */
const postUrn = /urn:li:(?:share|ugcPost|activity):(\d{15,20})/;

/** A comment's URN names its post first: `urn:li:comment:(urn:li:activity:1,2)`. */
const commentUrn = /^urn:li:comment:\((urn:li:\w+:\d+),(\d+)\)$/;

/** The author of an account's posts: the member, or the organisation whose page it is. */
export const authorOf = ({ remoteId, facts }: AccountRef): string =>
  typeof facts['urn'] === 'string' ? facts['urn'] : `urn:li:person:${remoteId}`;

/** Whether the account is an organisation's page. */
export const isOrganization = ({ urn }: AccountRef['facts']): boolean =>
  typeof urn === 'string' && urn.startsWith('urn:li:organization:');

/** A URN as part of a path or of a list; parentheses stand for themselves there. */
export const encoded = (urn: string): string =>
  encodeURIComponent(urn).replaceAll('(', '%28').replaceAll(')', '%29');

/** Values as Rest.li 2.0 lists them in a query. */
export const listOf = (values: readonly string[]): string => `List(${values.map(encoded).join(',')})`;

/** The address of a post, or of a comment under it. */
export const addressOf = (origin: string, urn: string): string => {
  const comment = commentUrn.exec(urn);
  const post = comment?.[1] ?? urn;
  const address = new URL(`/feed/update/${post}/`, origin);
  if (comment !== null) address.searchParams.set('commentUrn', urn);
  return address.href;
};

/** The post and the number that a comment's URN is made of; null for anything else. */
export const commentParts = (urn: string): { readonly post: string; readonly id: string } | null => {
  const [, post, id] = commentUrn.exec(urn) ?? [];
  return post === undefined || id === undefined ? null : { post, id };
};

/** When LinkedIn made something, by its id: all bits but the lowest 22 are milliseconds since 1970. */
export const madeAt = (urn: string): number | null => {
  const comment = commentParts(urn);
  const digits = comment?.id ?? postUrn.exec(urn)?.[1];
  return digits === undefined ? null : Number(BigInt(digits) >> 22n);
};

/** The URN in a post's public address, wherever LinkedIn's pages are; null where it holds none. */
export const postIdOf = (url: string, account?: AccountRef): string | null => {
  const address = postAddress(url, ['linkedin.com'], account);
  if (address === null) return null;
  const plain = /urn(?::|%3A)li(?::|%3A)(share|ugcPost|activity)(?::|%3A)(\d{15,20})/i.exec(address.href);
  if (plain?.[1] !== undefined) return `urn:li:${plain[1]}:${plain[2]}`;
  const slug = /\/posts\/[^/]*[-_](share|ugcPost|activity)-(\d{15,20})(?:-|\/|$)/i.exec(address.pathname);
  return slug?.[1] === undefined ? null : `urn:li:${slug[1]}:${slug[2]}`;
};
