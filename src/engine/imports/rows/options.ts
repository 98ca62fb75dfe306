import type { PostOptions } from '../../../shared/models/publish-option.ts';
import { fieldsOf, firstCommentId } from '../../platforms/options/fields.ts';
import type { ImportAccount } from './accounts.ts';
import type { Remarks } from './remark.ts';

/** What a row chooses for each network: what was chosen for the file, with the first comment of its own. */
export function optionsOf(
  chosen: PostOptions,
  firstComment: string,
  accounts: readonly ImportAccount[],
  remarks: Remarks,
): PostOptions {
  if (firstComment === '') return chosen;
  const options: PostOptions = { ...chosen };
  for (const { platform, profile } of accounts) {
    const offered = fieldsOf(platform, profile).some(({ id }) => id === firstCommentId);
    if (offered) options[platform.name] = { ...options[platform.name], [firstCommentId]: firstComment };
    else remarks.warning('noFirstComment', 'firstComment', { platform: platform.card.title });
  }
  return options;
}
