/** What the engine says of rewrites beside the texts themselves. */
export const contentWords = {
  practice: 'Practice: these versions come from the practice network, not from a language model.',
  rulesInstead: {
    invalid_key:
      'The language model did not accept the key, so these come from rules. Check the key in Settings.',
    rate_limited: 'The language model takes no more questions for now, so these come from rules.',
    unavailable: 'The language model could not be reached, so these come from rules.',
    refused: 'The language model declined this text, so these come from rules.',
    budget: 'The account at the language model has no credit left, so these come from rules.',
  },
} as const;
