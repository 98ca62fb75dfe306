import type { AccountId } from '../../../shared/models/ids.ts';
import type { PostOptions } from '../../../shared/models/publish-option.ts';
import { dollars } from '../../money.ts';
import type { CheckedPart } from '../../platforms/content.ts';
import { imageTargetOf, sentFacts } from '../../platforms/image-target.ts';
import { firstCommentOf, optionsAt } from '../../platforms/options/post-options.ts';
import type { ImportAccount } from './accounts.ts';
import type { Remarks } from './remark.ts';

/** A row as the networks' rules see it. */
export interface CheckedRow {
  readonly parts: readonly CheckedPart[];
  readonly options: PostOptions;
  readonly hasMediaHost: boolean;
}

/** Checks and prices a row by the rules of each network it goes to. */
export function checkAtAccounts(
  { parts, options, hasMediaHost }: CheckedRow,
  accounts: readonly ImportAccount[],
  remarks: Remarks,
): ReadonlyMap<AccountId, number> {
  const costs = new Map<AccountId, number>();
  for (const { id, platform, profile, username } of accounts) {
    const account = `@${username}`;
    const named = { account, platform: platform.card.title };
    const { values, problems } = optionsAt(platform, profile, options);
    for (const { id: rule, option, limit } of problems)
      remarks.other('problem', `preflight.${rule}`, null, { ...named, option, limit: limit ?? 0 });
    const setting = { options: values, hasMediaHost, scopes: null };
    const target = imageTargetOf(platform, values);
    const sent = parts.map(({ text, media }) => ({
      text,
      media: media.map((medium) => sentFacts({ ...medium, needsCleaning: false }, target)),
    }));
    for (const { id: rule, severity, params } of platform.check(sent, profile, setting)) {
      if (severity === 'info') continue;
      const kind = severity === 'error' ? 'problem' : 'warning';
      remarks.other(kind, `preflight.${rule}`, 'text', { ...params, account });
    }
    const comment = firstCommentOf(values);
    const priced = comment === null ? parts : [...parts, { text: comment, media: [] }];
    const { costMicros, note } = platform.cost(priced);
    costs.set(id, costMicros);
    const prices = platform.rules(profile).links.costs;
    if (note === 'link' && prices !== null) {
      remarks.other('warning', 'preflight.linkCost', 'text', {
        platform: platform.card.title,
        withLink: dollars(prices.withLink),
        withoutLink: dollars(prices.withoutLink),
      });
    }
  }
  return costs;
}
