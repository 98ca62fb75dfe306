/** Words of the screen Advice; each of its pages has a file of its own. */
export const advice = {
  title: 'Advice',
  tabs: {
    label: 'Kinds of advice',
    bestTime: 'Best time',
    predictions: 'Predictions',
    tests: 'Tests',
    audience: 'Audience',
  },
} as const;
