/** What the engine says about tests of one version against another. */
export const experiments = {
  label: 'Test: {{name}} · {{variant}}',
  measure: {
    engagement_rate: 'What counts: how many of those who saw a post reacted to it.',
    engagements:
      'What counts: reactions to a post. How often it was seen is not told, so a post that was shown more looks better.',
  },
  plan: {
    findable_one:
      'With {{count}} post of each version, eight in ten such tests would find a real difference of {{lift}}% or more. A smaller one will probably stay undecided.',
    findable_other:
      'With {{count}} posts of each version, eight in ten such tests would find a real difference of {{lift}}% or more. A smaller one will probably stay undecided.',
    fewPosts_one:
      'This is {{count}} post of each version, and {{least}} are asked for: it will stay undecided, however large the difference. Add more posts.',
    fewPosts_other:
      'These are {{count}} posts of each version, and {{least}} are asked for: it will stay undecided, however large the difference. Add more posts.',
    learned_one: 'Posts of these accounts usually differ by a factor of {{factor}}, as {{count}} post shows.',
    learned_other:
      'Posts of these accounts usually differ by a factor of {{factor}}, as {{count}} posts show.',
    assumed:
      'There are no older posts to learn from, so a usual difference between posts of a factor of {{factor}} is assumed.',
    noLevel_one:
      '{{count}} account has fewer than {{posts}} older posts with numbers. Without a usual level its posts cannot be compared, and are left out.',
    noLevel_other:
      '{{count}} accounts have fewer than {{posts}} older posts with numbers. Without a usual level their posts cannot be compared, and are left out.',
  },
  line: {
    uneven: {
      text: 'The variants do not have equally many versions.',
      fix: 'Write each post in every way that is tested.',
    },
    sameNames: { text: 'Two variants have the same name.', fix: 'Give each its own.' },
    severalNetworks: {
      text: 'The accounts are of different networks, whose numbers cannot be compared.',
      fix: 'Choose accounts of one network.',
    },
    accountTwice: { text: 'An account is chosen twice.', fix: 'Choose each account once.' },
    oneAccount: {
      text: 'A test over time is about one account.',
      fix: 'Choose one account, or compare accounts at the same time.',
    },
    fewAccounts: {
      text: 'There are {{accounts}} accounts for {{variants}} versions, so not every version would be seen at once.',
      fix: 'Choose more accounts, or test over time with one.',
    },
    close: {
      text: 'Two of the times are less than twelve hours apart: the posts would take each other’s readers.',
      fix: 'Choose times on different days.',
    },
    repeats: {
      text: '{{network}} does not want the same words twice from one account.',
      fix: 'Add other posts instead of repeating these.',
    },
    similar: {
      text: 'These versions say nearly the same, and {{network}} does not want that twice from one account. So each post goes out in one version only, and there are too few posts for {{variants}} versions.',
      fix: 'Add more posts, each in every version, or compare accounts at the same time.',
    },
    oneEach: {
      text: 'The versions say nearly the same, and {{network}} does not want that twice from one account. Each post goes out once, in the version that it draws.',
      fix: '',
    },
    similarAcross: {
      text: '{{network}} may also mind nearly the same words from several accounts of one owner.',
      fix: 'Test over time with one account, if you want to be safe.',
    },
    rule: {
      text: 'Breaks a planning rule: {{rule}}',
      fix: 'A test keeps its hours all the same. Choose others where you do not want that.',
    },
    manyPosts: {
      text: 'That makes {{posts}} posts, and a test has {{most}} at most.',
      fix: 'Test fewer posts or with fewer accounts.',
    },
  },
  over: {
    title: 'The test “{{name}}” is over',
    practice: 'The practice test “{{name}}” is over',
    open: 'See the test',
  },
  sentence: {
    planned_one: 'Planned: {{count}} post, none is out yet.',
    planned_other: 'Planned: {{count}} posts, none is out yet.',
    running_one: 'Running: {{out}} of {{count}} post is out, {{read}} of them read.',
    running_other: 'Running: {{out}} of {{count}} posts are out, {{read}} of them read.',
    decided_one:
      '“{{variant}}” does better: {{lift}} ({{low}} to {{high}}), with {{chance}}% probability, from {{count}} post.',
    decided_other:
      '“{{variant}}” does better: {{lift}} ({{low}} to {{high}}), with {{chance}}% probability, from {{count}} posts.',
    stopped_one: 'Stopped early after {{count}} post that was read. That does not tell.',
    stopped_other: 'Stopped early after {{count}} posts that were read. That does not tell.',
    stoppedAhead_one:
      'Stopped early, with “{{variant}}” ahead by {{lift}} ({{low}} to {{high}}) after {{count}} post.',
    stoppedAhead_other:
      'Stopped early, with “{{variant}}” ahead by {{lift}} ({{low}} to {{high}}) after {{count}} posts.',
    too_few_posts_one: 'Undecided: {{count}} post could be read, and each version needs {{least}}.',
    too_few_posts_other: 'Undecided: {{count}} posts could be read, and each version needs {{least}}.',
    too_few_impressions_one: 'Undecided: a version was seen fewer than {{impressions}} times.',
    too_few_impressions_other: 'Undecided: a version was seen fewer than {{impressions}} times.',
    unclear_one: 'Undecided: {{count}} post does not tell the versions apart.',
    unclear_other: 'Undecided: {{count}} posts do not tell the versions apart.',
  },
  why: {
    practice: 'These are practice accounts: the numbers are made up, and say nothing about real people.',
    stoppedEarly:
      'It was stopped before its end. Whoever stops when it looks good finds differences that are not there more often than the percentages say.',
    peek: 'It is still running. The numbers will move; deciding on a look in between finds differences that are not there more often than the percentages say.',
    bar_one:
      'A version wins when it is better than every other by more than {{margin}}% with a probability of {{chance}}% or more, from at least {{count}} post each.',
    bar_other:
      'A version wins when it is better than every other by more than {{margin}}% with a probability of {{chance}}% or more, from at least {{count}} posts each.',
    impressions: 'Each version must have been seen {{impressions}} times at least.',
    age: 'Each post is read {{hours}} hours after it went out, all at the same age.',
    comparable_times:
      'One account, the same hours of the week on different days. Who goes when was drawn by lot, so that each version gets each hour equally often.',
    comparable_accounts:
      'Several accounts at the same time, each with the version that it drew, compared with what its posts usually get.',
    oneEach:
      'Each post went out in one version only, since the network does not want nearly the same words twice.',
    learned_one:
      'Two posts usually differ by a factor of {{factor}} for no reason, learned from {{count}} post.',
    learned_other:
      'Two posts usually differ by a factor of {{factor}} for no reason, learned from {{count}} posts.',
    assumed:
      'Two posts are assumed to differ by a factor of {{factor}} for no reason: there are none yet to learn it from.',
    shrunk:
      'Versions of one post seldom differ by more than a quarter or so; what few posts say is drawn towards that.',
    drawnIn_one: '{{count}} post was so far from the rest that it does not count in full.',
    drawnIn_other: '{{count}} posts were so far from the rest that they do not count in full.',
    leftOut_one: '{{count}} post is left out; the table says why.',
    leftOut_other: '{{count}} posts are left out; the table says why.',
    more_one: 'About {{count}} more post would probably decide it, if things go on as they look.',
    more_other: 'About {{count}} more posts would probably decide it, if things go on as they look.',
    noMore:
      'Even many more posts would probably not tell them apart: the difference is small, if there is one.',
  },
  post: {
    removed: 'It was taken out of the plan.',
    not_published: 'It did not go out.',
    edited: 'Its words were changed after the test began.',
    off_time: 'It went out more than an hour and a half from its time.',
    gone: 'The network does not show it any more.',
    unread: 'Its numbers were not read at that age.',
    no_impressions: 'The network does not say how often it was seen.',
    no_level: 'Its account has no usual level to compare with.',
    drawn_in: 'So far from the rest that it does not count in full.',
  },
} as const;
