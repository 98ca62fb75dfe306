import type { Seo } from '../../shared/models/analysis.ts';
import type { Reason } from '../../shared/models/reason.ts';
import type { Draft } from './draft.ts';
import { relevanceOf } from './hashtags.ts';
import { type Keyphrase, stemOf } from './keyphrases.ts';
import { wordsOf } from './readability/words.ts';
import { scoreOf } from './scoring.ts';
import { reason } from './wording.ts';

const stemmed = (text: string): string => ` ${wordsOf(text).map(stemOf).join(' ')} `;

/** Whether a text holds a phrase, word by word, plurals counted as the same. */
const holds = (text: string, phrase: string): boolean => stemmed(text).includes(stemmed(phrase));

const leadOf = (draft: Draft): string => draft.words.slice(0, draft.input.rules.seo.leadWords).join(' ');

/** Repeating one word in more than a fifth of the text, four times or more, reads as stuffing. */
const stuffing = ({ count, density }: Keyphrase): boolean => count >= 4 && density > 0.2;

const subjectReasons = (draft: Draft, keyphrases: readonly Keyphrase[]): readonly Reason[] => {
  const { leadWords } = draft.input.rules.seo;
  const [top] = keyphrases;
  if (top === undefined) return [reason('no_keyphrases', -15)];
  const inLead = keyphrases.slice(0, 3).some(({ phrase }) => holds(leadOf(draft), phrase));
  const repeated = keyphrases.find(stuffing);
  return [
    reason('keyphrases_found', 15, { phrase: top.phrase }),
    inLead
      ? reason('keyphrase_first', 15, { words: leadWords })
      : reason('keyphrase_late', -10, { words: leadWords, phrase: top.phrase }),
    ...(repeated === undefined
      ? []
      : [
          reason('keyphrase_repeated', -20, {
            phrase: repeated.phrase,
            percent: Math.round(repeated.density * 100),
          }),
        ]),
  ];
};

/** How often a phrase stands in a text, and the share of the words that it makes up. */
const standingOf = (text: string, phrase: string): { count: number; density: number } => {
  const count = stemmed(text).split(stemmed(phrase).trimEnd()).length - 1;
  const share = (count * wordsOf(phrase).length) / Math.max(1, wordsOf(text).length);
  return { count, density: Math.min(1, share) };
};

/** The phrase that the user wants to be found for: in the text, in what is read of it first, and not all over it. */
const focusReasons = (draft: Draft): readonly Reason[] => {
  const phrase = draft.input.focusKeyphrase?.trim() ?? '';
  if (wordsOf(phrase).length === 0) return [];
  if (!holds(draft.text, phrase)) return [reason('focus_absent', -20, { phrase })];
  const { leadWords } = draft.input.rules.seo;
  const { count, density } = standingOf(draft.prose, phrase);
  const percent = Math.round(density * 100);
  return [
    reason('focus_present', 15, { phrase }),
    holds(leadOf(draft), phrase)
      ? reason('focus_first', 5, { phrase, words: leadWords })
      : reason('focus_late', -10, { phrase, words: leadWords }),
    ...(count >= 4 && density > 0.05 ? [reason('focus_repeated', -20, { phrase, percent })] : []),
  ];
};

/** Words at the start of a title that search results and small screens show for certain. */
const titleLead = 6;

/** The title, where search looks at it: the phrase in it and early, or else what the text is about. */
const titleReasons = ({ input }: Draft, keyphrases: readonly Keyphrase[]): readonly Reason[] => {
  const title = input.title?.trim() ?? '';
  if (title === '' || input.rules.title === null || !input.rules.seo.searchedFields.includes('title'))
    return [];
  const phrase = input.focusKeyphrase?.trim() ?? '';
  if (wordsOf(phrase).length === 0) {
    const shared = keyphrases.slice(0, 3).find((one) => holds(title, one.phrase));
    if (keyphrases.length === 0) return [];
    return [
      shared === undefined
        ? reason('title_apart', -5)
        : reason('title_names_subject', 10, { phrase: shared.phrase }),
    ];
  }
  if (!holds(title, phrase)) return [reason('title_lacks_focus', -20, { phrase })];
  const lead = wordsOf(title).slice(0, titleLead).join(' ');
  return [
    reason(
      holds(lead, phrase) ? 'title_begins_with_focus' : 'title_has_focus',
      holds(lead, phrase) ? 10 : 5,
      { phrase },
    ),
  ];
};

const hashtagReasons = (draft: Draft): readonly Reason[] => {
  const { rules } = draft.input;
  if (draft.hashtags.length === 0) {
    const searched = rules.seo.searchedFields.includes('hashtags') && rules.hashtags.max > 0;
    return searched ? [reason('no_hashtags_to_search', -5, { network: rules.name })] : [];
  }
  const tags = [...new Set(draft.hashtags)];
  const mean = tags.reduce((sum, tag) => sum + relevanceOf(tag, draft), 0) / tags.length;
  return [mean >= 0.4 ? reason('hashtags_relevant', 10) : reason('hashtags_irrelevant', -10)];
};

const altTextReasons = ({ input }: Draft): readonly Reason[] => {
  const found =
    input.rules.seo.searchedFields.includes('alt_text') &&
    input.media.some(({ altText }) => altText.trim() !== '');
  return found ? [reason('alt_text_searched', 5)] : [];
};

/** How well a post can be found: subject, its place, the phrase the user wants, hashtags that fit. */
export const seoOf = (draft: Draft, keyphrases: readonly Keyphrase[]): Seo => {
  const [firstLine = ''] = draft.prose.split('\n');
  const reasons = [
    ...subjectReasons(draft, keyphrases),
    ...focusReasons(draft),
    ...titleReasons(draft, keyphrases),
    ...hashtagReasons(draft),
    ...altTextReasons(draft),
  ];
  return {
    ...scoreOf(50, reasons),
    keyphrases: keyphrases.map((keyphrase) => ({ ...keyphrase })),
    firstLineHasKeyphrase: keyphrases.slice(0, 3).some(({ phrase }) => holds(firstLine, phrase)),
  };
};
