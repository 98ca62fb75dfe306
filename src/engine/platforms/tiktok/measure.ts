import type { Measurement } from '../../../shared/models/measurement.ts';
import { textLimits } from './media-limits.ts';

const hashtag = /(?<![\p{L}\p{N}_&])#[\p{L}\p{M}\p{N}_]*[\p{L}_][\p{L}\p{M}\p{N}_]*/gu;
const mention = /(?<![\p{L}\p{N}_@.])@[\w.]*\w/gu;
const url = /https?:\/\/[^\s<>"]+/giu;

/** Counts as TikTok does, in UTF-16 units. Links are told but cannot be clicked there. */
export const measure = (text: string): Measurement => {
  const length = text.length;
  const limit = textLimits.caption;
  const urls = text.match(url) ?? [];
  const rest = text.replaceAll(url, ' ');
  return {
    length,
    limit,
    valid: text.trim() !== '' && length <= limit,
    entities: {
      urls,
      mentions: rest.match(mention) ?? [],
      hashtags: rest.match(hashtag) ?? [],
      cashtags: [],
    },
    ...(length > limit && { ranges: [{ start: limit, end: length, reason: 'over_limit' as const }] }),
  };
};
