import type { AccountId } from '../../../shared/models/ids.ts';
import { minuteMs } from './board.ts';
import { placeAfter, placeAmong } from './place.ts';
import type { Placing } from './place.ts';
import { accountsOf, beginPlanning, pieceOf, settle } from './plan.ts';
import type { Plan } from './plan.ts';
import type { PlanRequest, PlanSubject } from './plan-request.ts';
import { lengthOf } from './said.ts';

export interface CampaignRequest {
  readonly gapMinutes: number;
  /** Accounts in the order in which each post goes to them; those left out follow. */
  readonly order: readonly AccountId[];
}

/**
 * Posts in the order that is given, spread evenly over the stretch: each begins at the best time of its share of it and
 * goes to its accounts one after the other. Nothing of a campaign comes before what stands before it in its order.
 */
export function planCampaign(
  request: PlanRequest,
  campaign: CampaignRequest,
  subjects: readonly PlanSubject[],
): Plan {
  const rank = new Map(campaign.order.map((id, index) => [id, index]));
  const accounts = request.accounts.toSorted(
    (one, other) => (rank.get(one.id) ?? rank.size) - (rank.get(other.id) ?? rank.size),
  );
  const postIds = new Set<string>(subjects.map(({ postId }) => postId));
  const gapMs = campaign.gapMinutes * minuteMs;
  const planning = beginPlanning({ ...request, accounts }, { postIds, gapMinutes: campaign.gapMinutes });
  const { board } = planning;
  const begin = Math.max(request.from, request.now);
  const share = (request.to - begin) / Math.max(1, subjects.length);
  let last: { readonly at: number; readonly name: string } | null = null;

  for (const [index, subject] of subjects.entries()) {
    const part = { id: 'part', params: { part: index + 1, parts: subjects.length } };
    let first = true;
    for (const { one, account } of accountsOf(planning, subject)) {
      const piece = pieceOf(planning, subject, one);
      const earliest: number = last === null ? begin : last.at + gapMs;
      const follow = (): Placing | null =>
        last === null
          ? null
          : placeAfter(board, piece, account, planning.times(account), {
              from: earliest,
              said: { id: 'follows', params: { account: last.name, ...lengthOf(gapMs) } },
            });
      const among = (from: number, until: number): Placing =>
        placeAmong(
          board,
          piece,
          account,
          planning.times(account),
          (at) => at >= Math.max(from, earliest) && at < until,
        );
      let placing: Placing;
      if (first) {
        const inShare = among(begin + index * share, begin + (index + 1) * share);
        placing = 'none' in inShare ? (follow() ?? among(begin, request.to)) : inShare;
      } else placing = follow() ?? among(begin, request.to);
      if (!settle(planning, subject, piece, placing, subjects.length > 1 && first ? [part] : [])) continue;
      if (!('none' in placing)) last = { at: placing.at, name: account.name };
      first = false;
    }
  }
  return { placed: planning.placed, unplaced: planning.unplaced };
}
