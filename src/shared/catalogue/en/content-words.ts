/** What the engine says of rewrites beside the texts themselves. */
export const contentWords = {
  practice: 'Practice: these versions come from the practice network, not from a language model.',
  /** Follows the reason why no language model answered. */
  byRules: 'These versions come from rules instead.',
  modelFailed: {
    invalid_key: 'The language model did not accept the key. Check the key in Settings.',
    rate_limited: 'The language model takes no more questions for now. Ask again in a minute.',
    unavailable: 'The language model could not be reached.',
    unknown_model:
      'The server has no model of this name, or takes no questions at this address. Check both in Settings.',
    not_understood:
      'The server refused the question. It may not support this model or answers in a fixed shape.',
    refused: 'The language model declined this text.',
    budget: 'The account at the language model has no credit left.',
    endless: 'The answer of the language model did not end and was cut off.',
    cut: 'The answer of the language model broke off before its end.',
    cancelled: 'The question was cancelled.',
  },
} as const;
