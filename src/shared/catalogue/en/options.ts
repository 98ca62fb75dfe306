/** Words of what may be chosen at every network. */
export const options = {
  firstComment: {
    label: 'First comment',
    help: 'Goes out under the post, right after it. Hashtags and links often stand here.',
  },
  firstReply: {
    label: 'First reply',
    help: 'Goes out as a reply to the post, right after it.',
  },
} as const;
