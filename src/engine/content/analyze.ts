import type { Analysis, Audience, Prediction } from '../../shared/models/analysis.ts';
import { assess } from './assessment.ts';
import type { ContentInput } from './content-input.ts';
import { hashtagAdviceOf } from './hashtags.ts';
import { sentimentOf } from './measures.ts';
import { type Lexicon, loadLexicon } from './sentiment/lexicon.ts';
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

const analyzeWith = (input: ContentInput, lexicon: Lexicon): Analysis => {
  const assessment = assess(input);
  const { draft, keyphrases, score, reasons, readability, seo, structure, platformFit } = assessment;
  const hashtags = hashtagAdviceOf(draft, keyphrases);
  return {
    score,
    reasons,
    language: draft.language,
    sentiment: sentimentOf(draft, lexicon),
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

/** Makes the function that analyses posts on this machine; it loads the lexicon when first called and keeps it. */
export const createAnalyzer = (): ((input: ContentInput) => Analysis) => {
  let lexicon: Lexicon | null = null;
  return (input) => {
    lexicon ??= loadLexicon();
    return analyzeWith(input, lexicon);
  };
};
