/** Words of the search over one's own posts. */
export const search = {
  title: 'Search',
  label: 'Search your posts',
  placeholder: 'Words of a post',
  kind: { post: 'Written here', network: 'On the network' },
  hint: {
    title: 'Find a post by its words',
    text: 'Drafts, scheduled posts and everything published, also what was on the network before.',
  },
  none: { title: 'No post has these words', text: 'Try fewer words, or only the beginning of one.' },
  count_one: '{{count}} post found',
  count_other: '{{count}} posts found',
} as const;
