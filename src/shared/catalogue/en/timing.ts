/** What is said about the best times to post. */
export const timing = {
  not_enough_data:
    'There is not enough data yet: {{have}} of {{need}} posts that are measured and at least a day old.',
  no_clear_best_time:
    'There is no clear best time. The hours of {{have}} posts differ no more than chance would make them.',
  clear:
    'Posting at these times is expected to bring {{gain}}% more reactions ({{low}} to {{high}}%), from {{have}} posts.',
  slot: '{{posts}} own posts at this time; hours near it and other days count too. Expected: {{gain}}% more than usual ({{low}} to {{high}}%).',
  try_slot:
    '{{posts}} own posts at this time, so little is known: between {{low}} and {{high}}% against usual. Worth a try.',
  no_prior:
    'Nothing is assumed beforehand: no public figures with a known source fit, so that only own posts count.',
  reasons: {
    value:
      'Each post is compared with the 50 before it, so that a growing audience does not look like a good hour.',
    content:
      'Half of what a kind of content usually gets is taken away, because it may be the content and not the hour.',
    recent: 'Newer posts count more: a post counts half when {{half}} newer ones are there.',
    bursts: 'Posts of one and the same hour count for less together.',
    neighbours: 'Hours near each other and the same hour of other days share what they know.',
  },
  backtest: {
    not_enough_data: 'This needs {{need}} measured posts; there are {{have}}.',
    no_clear_best_time: 'The older posts show no clear best time, so that there was no advice to follow.',
    too_few_in_slots:
      'Only {{inSlots}} of the {{heldBack}} newest posts were at the advised times. It takes ten.',
    judged:
      'The {{inSlots}} newest posts at the advised times got {{gain}}% more than the {{heldBack}} newest altogether ({{low}} to {{high}}%).',
  },
} as const;
