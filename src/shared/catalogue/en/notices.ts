/** Messages that the system shows, by what happened. */
export const notices = {
  noText: 'a post without text',
  published: { title: '{{account}} posted on {{platform}}', body: '{{excerpt}}' },
  failed: { title: 'A post for {{account}} on {{platform}} needs you', body: '{{problem}} {{excerpt}}' },
  unknown: {
    title: '{{platform}} may have published a post of {{account}}',
    body: 'The answer was lost. It is not sent again without your word: {{excerpt}}',
  },
  missed: {
    title: 'A post of {{account}} missed its time',
    body: 'OCMA was not running then. Say what shall become of it: {{excerpt}}',
  },
  at_risk: {
    title: 'A post of {{account}} may not go out',
    body: 'It is due soon, and something stands in its way. There is still time to mend it: {{excerpt}}',
  },
  account_needs_you: {
    title: '{{account}} on {{platform}} needs you',
    body: '{{problem}}',
  },
  worker_trouble: { title: 'Part of OCMA keeps stopping', body: '{{problem}}' },
  clock_wrong: { title: 'The clock of this machine seems wrong', body: '{{excerpt}}' },
  copies: { title: 'A copy of your data needs a look', body: '{{excerpt}}' },
  // Several of a kind that came together; `same`: all of one account.
  several: {
    published: {
      same_one: '{{account}}: {{count}} post published',
      same_other: '{{account}}: {{count}} posts published',
      mixed_one: '{{count}} post published',
      mixed_other: '{{count}} posts published',
    },
    failed: {
      same_one: '{{count}} post for {{account}} needs you',
      same_other: '{{count}} posts for {{account}} need you',
      mixed_one: '{{count}} post needs you',
      mixed_other: '{{count}} posts need you',
    },
    unknown: {
      same_one: '{{count}} post of {{account}} may be out',
      same_other: '{{count}} posts of {{account}} may be out',
      mixed_one: '{{count}} post may be out',
      mixed_other: '{{count}} posts may be out',
    },
    missed: {
      same_one: '{{count}} post of {{account}} missed its time',
      same_other: '{{count}} posts of {{account}} missed their time',
      mixed_one: '{{count}} post missed its time',
      mixed_other: '{{count}} posts missed their time',
    },
    at_risk: {
      same_one: '{{count}} post of {{account}} may not go out',
      same_other: '{{count}} posts of {{account}} may not go out',
      mixed_one: '{{count}} post may not go out',
      mixed_other: '{{count}} posts may not go out',
    },
    account_needs_you: {
      mixed_one: '{{count}} account needs you',
      mixed_other: '{{count}} accounts need you',
    },
    worker_trouble: { same: 'Part of OCMA keeps stopping', mixed: 'Part of OCMA keeps stopping' },
    clock_wrong: {
      same: 'The clock of this machine seems wrong',
      mixed: 'The clock of this machine seems wrong',
    },
    copies: { same: 'Copies of your data need a look', mixed: 'Copies of your data need a look' },
  },
  andMore: '{{shown}}, and {{count}} more',
  // After quiet hours, or where many came at once: one sentence a kind.
  summary: {
    quiet: 'While it was quiet',
    away: 'Since you last looked',
    published_one: '{{count}} post went out.',
    published_other: '{{count}} posts went out.',
    failed_one: '{{count}} post needs you.',
    failed_other: '{{count}} posts need you.',
    unknown_one: '{{count}} post may be out.',
    unknown_other: '{{count}} posts may be out.',
    missed_one: '{{count}} post missed its time.',
    missed_other: '{{count}} posts missed their time.',
    at_risk_one: '{{count}} post may not go out.',
    at_risk_other: '{{count}} posts may not go out.',
    account_needs_you_one: '{{count}} account needs you.',
    account_needs_you_other: '{{count}} accounts need you.',
    worker_trouble: 'Part of OCMA kept stopping.',
    clock_wrong: 'The clock of this machine seems wrong.',
    copies: 'A copy of your data needs a look.',
  },
  act: {
    open: 'Open',
    retry: 'Try again',
    retryAll: 'Try all again',
    edit: 'Edit',
    look: 'Look again',
    reconnect: 'Connect again',
  },
} as const;
