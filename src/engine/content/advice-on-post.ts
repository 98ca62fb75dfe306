import type { HashtagAdvice } from '../../shared/models/analysis.ts';
import { dollars } from '../money.ts';
import type { Assessment } from './assessment.ts';
import { weights } from './assessment.ts';
import type { Advice } from './advice.ts';
import type { SuggestionKind } from './wording.ts';

/** Grade above which a post is called hard. */
const hardGrade = 10;
const wordsForGrade = 15;

const advice = (
  kind: SuggestionKind,
  severity: Advice['severity'],
  points: number,
  params: Advice['params'] = {},
): Advice => ({ kind, subject: '', severity, points, params });

const onMedia = ({ draft, platformFit }: Assessment): readonly Advice[] => {
  const { rules, media } = draft.input;
  const missing = platformFit.reasons.find(({ id }) => id === 'alt_text_missing');
  const surplus = rules.media.supported
    ? platformFit.reasons.find(({ id }) => id === 'media_too_many')
    : platformFit.reasons.find(({ id }) => id === 'media_not_supported');
  const limit = rules.media.supported ? rules.media.maxItems : 0;
  const have = Number(surplus?.params['have'] ?? media.length);
  return [
    ...(missing === undefined
      ? []
      : [advice('add_alt_text', 'warning', -missing.effect * weights.platformFit)]),
    ...(surplus === undefined
      ? []
      : [advice('remove_media', 'error', 30, { surplus: have - limit, limit, network: rules.name })]),
    ...(rules.media.required && media.length === 0
      ? [advice('add_media', 'error', 30, { network: rules.name })]
      : []),
  ];
};

const onStructure = ({ draft, structure, readability }: Assessment): readonly Advice[] => {
  const has = (id: string): boolean => structure.reasons.some((reason) => reason.id === id);
  const worth = (points: number): number => points * weights.structure;
  const slow = structure.reasons.find(({ id }) => id === 'opening_slow');
  const emoji = structure.reasons.find(({ id }) => id === 'too_many_emoji');
  const grade = readability.fleschKincaidGrade;
  if (draft.words.length === 0) return [];
  return [
    ...(slow === undefined ? [] : [advice('shorter_opening', 'hint', worth(20), slow.params)]),
    ...(emoji === undefined ? [] : [advice('fewer_emoji', 'hint', worth(15), emoji.params)]),
    ...(has('question') || has('call_to_action') || draft.urls.length > 0
      ? []
      : [advice('ask_question', 'hint', worth(10))]),
    ...(has('no_call_to_action') ? [advice('add_call_to_action', 'hint', worth(20))] : []),
    ...(grade !== null && grade > hardGrade && readability.counts.words >= wordsForGrade
      ? [
          advice('easier_words', 'hint', Math.min(10, grade - 9) * weights.readability * 5, {
            grade: Math.round(grade),
          }),
        ]
      : []),
  ];
};

const onSubject = ({ seo }: Assessment): readonly Advice[] => {
  const late = seo.reasons.find(({ id }) => id === 'keyphrase_late');
  const absent = seo.reasons.find(({ id }) => id === 'focus_absent');
  const focusLate = seo.reasons.find(({ id }) => id === 'focus_late');
  const untitled = seo.reasons.find(({ id }) => id === 'title_lacks_focus');
  const repeated = seo.reasons.find(({ id }) => id === 'focus_repeated');
  return [
    ...(focusLate === undefined
      ? []
      : [advice('name_subject_first', 'hint', 15 * weights.seo, focusLate.params)]),
    ...(untitled === undefined
      ? []
      : [advice('name_focus_in_title', 'warning', 25 * weights.seo, untitled.params)]),
    ...(repeated === undefined ? [] : [advice('name_focus_less', 'hint', 20 * weights.seo, repeated.params)]),
    ...(late === undefined || focusLate !== undefined
      ? []
      : [advice('name_subject_first', 'hint', 25 * weights.seo, late.params)]),
    ...(absent === undefined ? [] : [advice('name_focus', 'warning', 35 * weights.seo, absent.params)]),
  ];
};

const onLinkCosts = ({ draft, platformFit }: Assessment): readonly Advice[] => {
  const { costs } = draft.input.rules.links;
  const before = platformFit.costMicros;
  const costly = platformFit.reasons.find(({ id }) => id === 'link_costs');
  if (costs === null || before === null || costly === undefined) return [];
  const after = costs.withoutLink * draft.input.parts.length;
  const params = { before: dollars(before), after: dollars(after), difference: dollars(before - after) };
  return [advice('drop_link_costs', 'hint', -costly.effect * weights.platformFit, params)];
};

const onRepetition = ({ platformFit }: Assessment): readonly Advice[] => {
  const found = platformFit.reasons.find(({ id }) => id === 'repeats_own' || id === 'repeats_own_today');
  return found === undefined
    ? []
    : [advice('say_it_anew', 'warning', -found.effect * weights.platformFit, found.params)];
};

/** Adds the best hashtag where the network wants more; only where the text still fits. */
const onMissingHashtags = (
  { draft, platformFit }: Assessment,
  { suggested }: HashtagAdvice,
): readonly Advice[] => {
  const { parts, rules } = draft.input;
  const part = parts.length - 1;
  const before = parts[part] ?? '';
  const searched = rules.seo.searchedFields.includes('hashtags') && draft.hashtags.length === 0;
  const wanted = searched || platformFit.reasons.some(({ id }) => id === 'hashtags_too_few');
  const [best] = suggested;
  if (!wanted || best === undefined || before.trim() === '') return [];
  const text = `${before.trimEnd()} ${best.tag}`;
  if (!rules.measure(text).valid) return [];
  return [
    {
      ...advice('add_hashtag', 'hint', 2, { tag: best.tag, why: best.text }),
      edit: { kind: 'replace_text', part, before, text },
    },
  ];
};

/** What could be better in the post as a whole. */
export const adviceOnPost = (assessment: Assessment, hashtags: HashtagAdvice): readonly Advice[] => [
  ...onMedia(assessment),
  ...onStructure(assessment),
  ...onSubject(assessment),
  ...onLinkCosts(assessment),
  ...onRepetition(assessment),
  ...onMissingHashtags(assessment, hashtags),
];
