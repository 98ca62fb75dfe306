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
  account_needs_you: {
    title: '{{account}} on {{platform}} needs you',
    body: '{{problem}}',
  },
  worker_trouble: { title: 'Part of OCMA keeps stopping', body: '{{problem}}' },
} as const;
