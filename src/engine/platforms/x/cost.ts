import type { CheckedPart } from '../content.ts';
import type { PlatformApi } from '../platform.ts';
import { takesAltText } from './alt-text.ts';
import { prices } from './prices.ts';
import { entitiesOf } from './text/entities.ts';
import { mostTrends } from './trends.ts';

/** What creating a post with this text costs, in micro-dollars: a link makes it more than ten times dearer. */
export const createCost = (text: string): number => (hasLink(text) ? prices.createWithLink : prices.create);

/** What publishing all parts costs, in micro-dollars: each post, and each alternative text that is set. */
export const cost = (parts: readonly CheckedPart[]): { costMicros: number; note: 'link' | null } => ({
  costMicros: parts.reduce(
    (sum, { text, media }) =>
      sum + createCost(text) + media.filter(takesAltText).length * prices.mediaMetadata,
    0,
  ),
  note: parts.some(({ text }) => hasLink(text)) ? 'link' : null,
});

/** The most that a reading of `count` things costs, in micro-dollars; of trends, so many lists. */
export const readCost: PlatformApi['readCost'] = (kind, count) => {
  switch (kind) {
    case 'profile':
    case 'public_profile':
      return count * prices.userRead;
    case 'trends':
      return count * mostTrends * prices.trendRead;
    case 'own_posts':
    case 'post_metrics':
    case 'mentions':
    case 'public_posts':
      return count * prices.postRead;
  }
};

const hasLink = (text: string): boolean => entitiesOf(text).some(({ kind }) => kind === 'url');
