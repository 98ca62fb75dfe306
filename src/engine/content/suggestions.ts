import { applyEdit, type Suggestion } from '../../shared/models/suggestion.ts';
import type { HashtagAdvice } from '../../shared/models/analysis.ts';
import { assess, type Assessment } from './assessment.ts';
import type { Advice } from './advice.ts';
import { adviceOnPost } from './advice-on-post.ts';
import { adviceOnPart } from './advice-on-part.ts';
import { suggestionWords } from './wording.ts';

const gainOf = (advice: Advice, before: Assessment): number => {
  const { edit } = advice;
  if (edit === undefined) return advice.points;
  const { input } = before.draft;
  const result = applyEdit(input.parts, edit);
  if (!result.applied) return 0;
  const added = result.parts.length - input.parts.length;
  const media = input.media.map((item) =>
    item.part > edit.part ? { ...item, part: item.part + added } : item,
  );
  return assess({ ...input, parts: result.parts, media }).score - before.score;
};

/**
 * What would raise a post's score, best first. An edit's gain is measured by scoring the edited post; one that would
 * gain nothing is left out, unless the network would refuse the post without it.
 */
export const suggestionsFor = (assessment: Assessment, hashtags: HashtagAdvice): Suggestion[] => {
  const { input } = assessment.draft;
  const advice = [
    ...input.parts.flatMap((_, part) => adviceOnPart(assessment, part)),
    ...adviceOnPost(assessment, hashtags),
  ];
  return advice
    .map((item): Suggestion => {
      const gain = Math.max(0, Math.round(gainOf(item, assessment) * 10) / 10);
      const { kind, subject, severity, params, edit } = item;
      const id = subject === '' ? kind : `${kind}:${subject}`;
      const base = { id, kind, severity, gain, params, ...suggestionWords(kind, params) };
      return edit === undefined ? base : { ...base, edit };
    })
    .filter(({ gain, severity }) => gain > 0 || severity === 'error')
    .sort((a, b) => rank(b) - rank(a) || b.gain - a.gain);
};

const rank = ({ severity }: Suggestion): number => (severity === 'error' ? 1 : 0);
