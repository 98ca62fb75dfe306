import type { MeasurementRange } from '../../../shared/models/measurement.ts';
import type { CheckedPart, PartProblem, PublishSetting } from '../content.ts';
import type { AccountProfile } from '../reading.ts';
import { checkMedia } from './check-media.ts';
import { cardPictureBytes, mostLanguages, textLimits } from './limits.ts';
import { chosenFrom, languageTag } from './options.ts';
import { megabytes } from './megabytes.ts';
import { problem } from './problems.ts';
import { firstLink } from './text/facets.ts';
import { countBytes } from './text/graphemes.ts';
import { measure } from './text/measure.ts';

/** What stands in the way of publishing these parts on Bluesky, and what should be known first. */
export const check = (
  parts: readonly CheckedPart[],
  profile: AccountProfile | null,
  setting: PublishSetting,
): readonly PartProblem[] => [
  ...parts.flatMap((checked, part) => [
    ...checkText(checked, part),
    ...checkMedia(checked.media, part, profile?.facts['emailConfirmed'] !== false),
  ]),
  ...checkOptions(parts, setting),
];

const checkText = ({ text, media }: CheckedPart, part: number): readonly PartProblem[] => {
  const { length, limit, ranges = [] } = measure(text);
  const first = (reason: MeasurementRange['reason']): PartProblem['range'] => {
    const range = ranges.find((range) => range.reason === reason);
    return range === undefined ? null : { start: range.start, end: range.end };
  };
  const problems: PartProblem[] = [];
  if (text.trim() === '' && media.length === 0) {
    problems.push(problem({ id: 'bluesky_empty', part, severity: 'error' }));
  }
  const bytes = countBytes(text);
  const range = first('over_limit');
  if (length > limit) {
    const params = { length, limit, over: length - limit };
    problems.push(problem({ id: 'bluesky_too_long', part, severity: 'error', params, range }));
  } else if (bytes > textLimits.bytes) {
    const params = { length: bytes, limit: textLimits.bytes };
    problems.push(problem({ id: 'bluesky_too_many_bytes', part, severity: 'error', params, range }));
  }
  if (ranges.some(({ reason }) => reason === 'not_allowed')) {
    problems.push(problem({ id: 'bluesky_character', part, severity: 'error', range: first('not_allowed') }));
  }
  return problems;
};

const checkOptions = (parts: readonly CheckedPart[], { options }: PublishSetting): readonly PartProblem[] => [
  ...checkLanguages(chosenFrom(options).languages),
  ...checkCard(parts[0], chosenFrom(options)),
];

const checkLanguages = (languages: readonly string[]): readonly PartProblem[] => {
  const problems = languages
    .filter((written) => languageTag(written) === null)
    .map((language) => problem({ id: 'bluesky_language', part: 0, severity: 'error', params: { language } }));
  if (languages.length <= mostLanguages) return problems;
  const params = { count: languages.length, limit: mostLanguages };
  return [...problems, problem({ id: 'bluesky_too_many_languages', part: 0, severity: 'error', params })];
};

/** The link card stands where media would: it needs a link, and has room for one picture at most. */
const checkCard = (
  first: CheckedPart | undefined,
  { linkTitle, linkPicture }: ReturnType<typeof chosenFrom>,
): readonly PartProblem[] => {
  if (first === undefined || linkTitle === '') return [];
  const { text, media } = first;
  const problems: PartProblem[] = [];
  if (firstLink(text) === null) {
    problems.push(problem({ id: 'bluesky_card_without_link', part: 0, severity: 'error' }));
  }
  const [picture] = media;
  if (picture === undefined) return problems;
  if (!linkPicture || media.length > 1 || picture.kind === 'video') {
    problems.push(problem({ id: 'bluesky_card_with_media', part: 0, severity: 'error' }));
  } else if (picture.bytes > cardPictureBytes) {
    const params = { size: megabytes(picture.bytes), limit: megabytes(cardPictureBytes) };
    problems.push(problem({ id: 'bluesky_card_picture_too_large', part: 0, severity: 'error', params }));
  }
  return problems;
};
