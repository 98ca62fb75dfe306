import type { AccountRef } from '../publishing.ts';
import type { Handle } from './handle.ts';

/** Where a post is looked at. Null where the account's name is not known: an id alone leads nowhere. */
export const publicAddress = ({
  account: { username, facts },
  pages,
  kind,
  id,
}: {
  readonly account: AccountRef;
  readonly pages: string;
  readonly kind: Handle['kind'];
  readonly id: string;
}): string | null =>
  facts['named'] === false ? null : `${pages}/@${username}/${kind === 'photos' ? 'photo' : 'video'}/${id}`;
