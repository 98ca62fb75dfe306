import type { AccountId } from '../../../shared/models/ids.ts';
import { dollars } from '../../money.ts';
import type { CheckedPart } from '../../platforms/content.ts';
import type { ImportAccount } from './accounts.ts';
import type { Remarks } from './remark.ts';

const nothingChosen = { options: {}, hasMediaHost: false, scopes: null };

/** Checks and prices a row by the rules of each network it goes to. */
export function checkAtAccounts(
  parts: readonly CheckedPart[],
  accounts: readonly ImportAccount[],
  remarks: Remarks,
): ReadonlyMap<AccountId, number> {
  const costs = new Map<AccountId, number>();
  for (const { id, platform, profile, username } of accounts) {
    const account = `@${username}`;
    for (const { id: rule, severity, params } of platform.check(parts, profile, nothingChosen)) {
      if (severity === 'info') continue;
      const kind = severity === 'error' ? 'problem' : 'warning';
      remarks.other(kind, `preflight.${rule}`, 'text', { ...params, account });
    }
    const { costMicros, note } = platform.cost(parts);
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
