import type { Analysis, Audience, Prediction } from '../../shared/models/analysis.ts';
import { assess } from './assessment.ts';
import type { ContentInput } from './content-input.ts';
import { hashtagAdviceOf } from './hashtags.ts';
import { sentimentOf } from './measures.ts';
import { loadRatings } from './sentiment/reading.ts';
import type { Ratings } from './sentiment/reading.ts';
import { suggestionsFor } from './suggestions.ts';
import { sentence } from './wording.ts';

/** Own published posts with results that an estimate, or a picture of the audience, needs at least. */
export const postsNeeded = { prediction: 30, audience: 50 } as const;

const predictionOf = (have: number): Prediction => {
  const need = postsNeeded.prediction;
  return have < need
    ? {
        status: 'not_enough_data',
        have,
        need,
        text: sentence('status', 'prediction_not_enough_data', { have, need }),
      }
    : { status: 'no_model', have, text: sentence('status', 'prediction_no_model') };
};

const audienceOf = (have: number): Audience => {
  const need = postsNeeded.audience;
  return have < need
    ? {
        status: 'not_enough_data',
        have,
        need,
        text: sentence('status', 'audience_not_enough_data', { have, need }),
      }
    : { status: 'no_model', have, text: sentence('status', 'audience_no_model') };
};

const analyzeWith = (input: ContentInput, ratings: Ratings): Analysis => {
  const assessment = assess(input);
  const { draft, keyphrases, score, reasons, readability, seo, structure, platformFit } = assessment;
  const hashtags = hashtagAdviceOf(draft, keyphrases);
  return {
    score,
    reasons,
    language: draft.language,
    sentiment: sentimentOf(draft, ratings),
    readability,
    seo,
    structure,
    platformFit,
    prediction: predictionOf(input.history.postsWithMetrics),
    audience: audienceOf(input.history.postsWithMetrics),
    hashtags,
    suggestions: suggestionsFor(assessment, hashtags),
  };
};

/** Makes the function that analyses posts on this machine; it loads the word lists when first called and keeps them. */
export const createAnalyzer = (): ((input: ContentInput) => Analysis) => {
  let ratings: Ratings | null = null;
  return (input) => {
    ratings ??= loadRatings();
    return analyzeWith(input, ratings);
  };
};
