import type { PlatformFit } from '../../shared/models/analysis.ts';
import type { Measurement } from '../../shared/models/measurement.ts';
import type { Reason } from '../../shared/models/reason.ts';
import { dollars } from '../money.ts';
import { shoutedWords } from './capitals.ts';
import type { ContentInput } from './content-input.ts';
import type { Draft } from './draft.ts';
import { brokenHashtagsIn } from './broken-hashtags.ts';
import { camelCased } from './hashtags.ts';
import { scoreOf } from './scoring.ts';
import { beginningOf, ownDuplicateOf } from './own-duplicate.ts';
import { reason } from './wording.ts';

/** What publishing the parts costs, in millionths of a US dollar; null where publishing is free. */
export const costOf = (measurements: readonly Measurement[], { rules }: ContentInput): number | null => {
  const { costs } = rules.links;
  if (costs === null) return null;
  return measurements.reduce(
    (sum, { entities }) => sum + (entities.urls.length > 0 ? costs.withLink : costs.withoutLink),
    0,
  );
};

/** Where the network folds the text: the most UTF-16 units whose measure is within its number; null where nowhere. */
const foldOf = (text: string, { rules }: ContentInput): number | null => {
  const { truncation } = rules;
  if (truncation === null || rules.measure(text).length <= truncation) return null;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (rules.measure(text.slice(0, middle)).length <= truncation) low = middle;
    else high = middle - 1;
  }
  return low;
};

const partReasons = (draft: Draft): readonly Reason[] => {
  const { input, measurements } = draft;
  const { rules, media } = input;
  return measurements.flatMap((measurement, index) => {
    const part = index + 1;
    const over = measurement.length - measurement.limit;
    const files = media.filter((item) => item.part === index).length;
    const isEmpty = (input.parts[index] ?? '').trim() === '' && files === 0;
    const refused = !measurement.valid && over <= 0 && (input.parts[index] ?? '').trim() !== '';
    return [
      ...(isEmpty ? [reason('empty', -60)] : []),
      ...(over > 0 ? [reason('over_limit', -60, { part, over, limit: measurement.limit })] : []),
      ...(refused ? [reason('refused_text', -60, { part, network: rules.name })] : []),
      ...(rules.media.supported && files > rules.media.maxItems
        ? [
            reason('media_too_many', -60, {
              part,
              have: files,
              limit: rules.media.maxItems,
              network: rules.name,
            }),
          ]
        : []),
    ];
  });
};

const mediaReasons = ({ input }: Draft): readonly Reason[] => {
  const { rules, media, title } = input;
  const undescribed = media.filter(({ kind, altText }) => kind !== 'video' && altText.trim() === '').length;
  return [
    ...(!rules.media.supported && media.length > 0
      ? [reason('media_not_supported', -60, { network: rules.name })]
      : []),
    ...(rules.media.required && media.length === 0
      ? [reason('media_required', -60, { network: rules.name })]
      : []),
    ...(rules.media.altTextLimit !== null && undescribed > 0
      ? [reason('alt_text_missing', -10, { count: undescribed })]
      : []),
    ...(rules.title?.required === true && (title ?? '').trim() === ''
      ? [reason('title_missing', -60, { network: rules.name })]
      : []),
    ...(rules.title !== null && (title ?? '').length > rules.title.limit
      ? [reason('title_too_long', -60, { limit: rules.title.limit })]
      : []),
  ];
};

/** More broken hashtags make a post no worse. */
const mostBroken = 3;

const hashtagReasons = (draft: Draft): readonly Reason[] => {
  const { rules } = draft.input;
  const { min, max, hardLimit } = rules.hashtags;
  const counts = draft.measurements.map(({ entities }) => entities.hashtags.length);
  const most = Math.max(0, ...counts);
  const broken = draft.input.parts.flatMap(brokenHashtagsIn).slice(0, mostBroken);
  const uncased = draft.hashtags.find((tag) => camelCased(tag, draft.lowerWords) !== null);
  return [
    ...(hardLimit !== null && most > hardLimit
      ? [reason('hashtags_refused', -60, { limit: hardLimit, network: rules.name })]
      : []),
    ...(most > max
      ? [
          reason('hashtags_too_many', -Math.min(20, 4 * (most - max)), {
            count: most,
            max,
            network: rules.name,
          }),
        ]
      : []),
    ...(draft.hashtags.length < min ? [reason('hashtags_too_few', -5, { min, network: rules.name })] : []),
    ...(rules.hashtags.max === 0
      ? []
      : broken.map(({ found }) => reason('hashtag_broken', -15, { tag: found, network: rules.name }))),
    ...(uncased === undefined ? [] : [reason('hashtag_case', -4, { tag: uncased })]),
  ];
};

const linkReasons = (draft: Draft): readonly Reason[] => {
  const { input, measurements } = draft;
  const { links, name } = input.rules;
  if (draft.urls.length === 0) return [];
  const cost = costOf(measurements, input);
  const without = links.costs === null ? 0 : links.costs.withoutLink * measurements.length;
  const linkFirst = (measurements[0]?.entities.urls.length ?? 0) > 0;
  return [
    ...(links.penalised && linkFirst ? [reason('link_penalised', -10, { network: name })] : []),
    ...(links.clickable ? [] : [reason('link_not_clickable', -8, { network: name })]),
    ...(cost !== null && cost > without * 2
      ? [reason('link_costs', -4, { cost: dollars(cost), without: dollars(without) })]
      : []),
  ];
};

const duplicateReasons = (draft: Draft): readonly Reason[] => {
  const found = ownDuplicateOf(draft);
  if (found === null) return [];
  const params = { beginning: beginningOf(found.text), count: found.daysAgo };
  return [reason(found.daysAgo === 0 ? 'repeats_own_today' : 'repeats_own', -20, params)];
};

/** Whether the network would take the post: its texts, its media and its title. */
export const canPublish = (fit: PlatformFit): boolean =>
  !fit.reasons.some(({ id, effect }) => id !== 'bounded' && effect <= -60);

/** How well a post suits its network, from 100 down by what is wrong; a refusal costs 60. */
export const platformFitOf = (draft: Draft): PlatformFit => {
  const { input } = draft;
  const truncatedAt = foldOf(input.parts[0] ?? '', input);
  const shouted = shoutedWords(draft.prose);
  const reasons = [
    ...partReasons(draft),
    ...mediaReasons(draft),
    ...hashtagReasons(draft),
    ...linkReasons(draft),
    ...duplicateReasons(draft),
    ...(truncatedAt === null
      ? []
      : [reason('folded', -5, { network: input.rules.name, shown: truncatedAt })]),
    ...(shouted > 0 ? [reason('shouting', -10, { count: shouted })] : []),
  ];
  return {
    ...scoreOf(100, reasons),
    measurements: [...draft.measurements],
    costMicros: costOf(draft.measurements, input),
    truncatedAt,
  };
};
