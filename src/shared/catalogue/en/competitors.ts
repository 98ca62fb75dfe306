/** Words of Discover's page of competitors. */
export const competitors = {
  intro:
    'Name others in your field, and see how they post and what comes back, beside yourself. Only public posts are read, through your own account of the network.',
  range: { label: 'Time looked at', '7d': '7 days', '30d': '30 days', '90d': '90 days' },
  add: {
    label: 'Add a competitor',
    network: 'Network',
    handle: 'Name or address of the profile',
    action: 'Add',
    payAction: 'Add for up to {{cost}}',
    cost: '{{network}} charges for reading: up to {{cost}} now, and up to {{month}} in a month. Your monthly cap holds.',
    added: '{{name}} is on the list. Its posts are being read.',
  },
  unread: {
    title: 'Where others cannot be read',
    noAccount_one: 'Connect an account of {{networks}} to read others there.',
    noAccount_other: 'Connect an account to read others there: {{networks}}.',
  },
  empty: {
    title: 'Nobody is on the list yet',
    text: 'Add the profile of somebody in your field. You will see how often and when they post, and how many reactions a post gets, with how sure that is.',
    example: 'For example @name, or the address of a profile as your browser shows it.',
    noNetwork: 'Others can be read on {{networks}}. Connect an account of one of them first.',
    connect: 'Connect an account',
  },
  table: {
    caption: '{{network}}: you and your competitors',
    who: 'Account',
    rhythm: 'Posts a week',
    engagement: 'Reactions to a post',
    perThousand: 'For 1,000 followers',
    when: 'When',
    acts: 'Actions',
    you: 'you',
    followers: '{{followers}} followers',
    none: 'none',
    interval: '{{low}} to {{high}}',
    middle_one: 'Middle of {{count}} competitor',
    middle_other: 'Middle of {{count}} competitors',
    notEnough_one: 'not enough yet: {{count}} post',
    notEnough_other: 'not enough yet: {{count}} posts',
  },
  age: {
    read: 'Read',
    never: 'Being read for the first time',
    next: 'next',
    stopped: 'Not read any more',
  },
  acts: {
    read: 'Read {{name}} now',
    remove: 'Take {{name}} off the list',
    removed: '{{name}} is off the list.',
  },
  why: {
    open: 'Why these numbers',
    rhythm_one: '{{count}} post since {{since}}, answers to others left out.',
    rhythm_other: '{{count}} posts since {{since}}, answers to others left out.',
    unknown: 'No posts are known yet.',
    engagement_one:
      'Reactions are likes, replies, shares and quotes, as anybody sees them: the middle of {{count}} post that was older than a day when it was counted.',
    engagement_other:
      'Reactions are likes, replies, shares and quotes, as anybody sees them: the middle of {{count}} posts that were older than a day when they were counted.',
    perThousand: 'For 1,000 followers: the same, by the {{followers}} followers of now.',
    middle_one: 'One competitor above has numbers, and these are its own. You are not counted.',
    middle_other:
      'The middle of the {{count}} competitors above that have numbers: half of them lie lower, half higher. You are not counted.',
    intervals: 'The small numbers are ranges: in 80 of 100 cases the true value lies inside.',
    formats: 'Formats',
    format: '{{format}}: {{posts}}',
    formatReactions: '{{format}}: {{posts}}, middle {{reactions}}',
    unknownFormats: 'What an own post showed is known only where it was sent by OCMA.',
  },
  formats: { video: 'films', picture: 'pictures', link: 'links', text: 'words alone', unknown: 'not known' },
  published:
    'Beside what is usual elsewhere: none. OCMA ships no figures of whole trades, because it has none that were published under a licence for this.',
  hours: {
    caption: 'When {{name}} posts, {{zone}}',
    day: 'Day',
    posts: 'Posts by hour',
    at: '{{hour}}: {{posts}}',
    none: 'none',
  },
} as const;
