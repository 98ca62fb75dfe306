/** What the engine says of rewrites, and of the language model, beside the texts themselves. */
export const contentWords = {
  practice: 'Practice: these versions come from the practice network, not from a language model.',
  /** Follows the reason why no language model answered. */
  byRules: 'These versions come from rules instead.',
  modelTest: {
    works: { text: 'The language model works.', fix: '' },
    no_key: {
      text: 'No key is kept for this server.',
      fix: 'Paste a key and save it, or enter the base URL of a server on this machine, which needs none.',
    },
    over_budget: {
      text: 'The budget of this month does not allow the question.',
      fix: 'Raise the monthly budget, or wait for the next month.',
    },
    no_shape: {
      text: 'The language model answers, but not in the fixed shape that OCMA needs.',
      fix: 'Choose a model that supports structured output (json_schema).',
    },
  },
  modelFailed: {
    invalid_key: {
      text: 'The language model did not accept the key.',
      fix: 'Paste the key once more, or make a new one where you got it.',
    },
    no_access: {
      text: 'The key may not use this model.',
      fix: 'Allow it where you got the key, or choose another model.',
    },
    no_credit: {
      text: 'The account at the language model has no credit left.',
      fix: 'Add credit there. It can take a few minutes until the server knows.',
    },
    rate_limited: {
      text: 'The language model takes no more questions for now.',
      fix: 'Wait a moment, then ask again.',
    },
    unknown_model: {
      text: 'The server has no model of this name.',
      fix: 'Choose another model.',
    },
    wrong_address: {
      text: 'There is no language model at this address.',
      fix: 'Check the base URL; most end in /v1.',
    },
    not_understood: {
      text: 'The server refused the question as it is put.',
      fix: 'It may not support this model, or no answers in a fixed shape. Choose another model.',
    },
    refused: {
      text: 'The language model declined this text.',
      fix: 'Word it differently, or ask another model.',
    },
    endless: {
      text: 'The answer of the language model did not end and was cut off.',
      fix: 'Ask again, or choose another model.',
    },
    cut: { text: 'The answer of the language model broke off before its end.', fix: 'Ask again.' },
    timed_out: {
      text: 'The language model said nothing for two minutes.',
      fix: 'Ask again, or choose a quicker model.',
    },
    unreachable: {
      text: 'The language model could not be reached.',
      fix: 'Check the connection and the base URL. A server on this machine must be running.',
    },
    server_error: {
      text: 'The server of the language model has a fault of its own.',
      fix: 'Ask again in a few minutes.',
    },
    cancelled: { text: 'The question was cancelled.', fix: '' },
  },
} as const;
