import type { Account } from '../../../../shared/models/account.ts';
import { localPicture } from '../../../local-picture.ts';
import { useWords } from '../../../words.ts';

/** Who a preview names as the author. */
export interface Author {
  readonly name: string;
  readonly handle: string;
  readonly picture: string | null;
}

/** The account's name and picture, or words in their place while no account is chosen. */
export function useAuthor(account: Account | undefined): Author {
  const t = useWords();
  return {
    name: account?.displayName ?? t('compose.preview.yourName'),
    handle: account?.username ?? t('compose.preview.yourHandle'),
    picture: localPicture(account?.avatarUrl ?? null),
  };
}
