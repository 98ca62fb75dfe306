/** Words of the screen Discover; each of its pages has a file of its own. */
export const discover = {
  title: 'Discover',
  tabs: {
    label: 'What to look at',
    competitors: 'Competitors',
    trends: 'Trends',
  },
} as const;
