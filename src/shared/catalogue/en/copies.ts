/** Words of copies of the data file, for the engine and the window. */
export const copies = {
  failed: { title: 'Your data could not be copied' },
  problem: {
    disk_full: 'There is not enough room on the disk for a copy of your data. Make room.',
    not_writable: 'The folder of the copies cannot be written. Check who may write there.',
    damaged: 'A copy was read back and is damaged, so the data file may be, too. Older copies are kept.',
    failed: 'The copy of your data could not be made. The reason is in the log.',
  },
  held: {
    title: 'Nothing is sent until you have looked',
    body: 'The data that OCMA opened is not what it last wrote here. See what went out and what waits.',
  },
  health: {
    restored: 'This data was restored from a copy: nothing is sent until you have looked.',
    rolled_back: 'This is an older state of your data: nothing is sent until you have looked.',
    copied: 'This data was copied here: nothing is sent until you have looked.',
  },
  reason: {
    daily: 'Every day',
    by_hand: 'By you',
    before_update: 'Before an update',
    before_restore: 'Before a restore',
  },
  list: {
    title: 'Copies',
    text: 'OCMA copies your data every day, before each update and before each restore, and reads every copy back. Access to your accounts stays sealed in it; the key is in this computer’s keychain and not in the copy. Pictures and videos are not copied.',
    label: 'Copies of your data',
    when: 'When',
    why: 'Why',
    posts: 'Posts',
    scheduled: 'Waiting',
    size: 'Size',
    restore: 'Restore',
    restoreOf: 'Restore the copy of {{when}}',
    make: 'Make a copy now',
    made: 'Copied: {{size}}, read back and whole',
    empty: 'No copies yet. The first one is made by itself within minutes.',
    last: 'Last copy: {{when}}.',
  },
  restore: {
    title: 'Go back to {{when}}?',
    text: 'OCMA opens the copy in place of your data of now. What you wrote, scheduled or decided since then is not in it. Posts that went out since stay out: OCMA looks for them on the networks first, and sends nothing until you say so.',
    undo: 'Your data of now is kept as a copy, so you can go back the same way.',
    passphrase: 'If your vault has a passphrase, OCMA asks for it again.',
    confirm: 'Restore this copy',
    keep: 'Keep what is there',
  },
  band: {
    restored: 'This data was restored from a copy of {{when}}. Nothing is sent until you have looked.',
    rolled_back:
      'This is an older state of your data, last written {{when}}. Nothing is sent until you have looked.',
    copied:
      'This data was copied here from another place, last written {{when}}. Nothing is sent until you have looked.',
    review: 'Review',
  },
  review: {
    title: 'Before anything is sent',
    why: {
      restored:
        'You restored a copy of {{when}}. Since then posts may have gone out that it knows nothing of.',
      rolled_back:
        'The data that OCMA opened was last written {{when}}, and newer data was in its place before. Posts may have gone out that it knows nothing of.',
      copied:
        'This data was last written {{when}} in another place, on this computer or another one. If OCMA still runs there, the same posts would go out twice.',
    },
    looking: 'OCMA is reading the accounts. Nothing has to be done for now.',
    found: 'Found on the networks',
    undecided: 'Need your decision',
    ahead: 'Wait for their time',
    lookingFor: 'Being looked for',
    listTitle: 'These need your decision',
    listText:
      'Their time has passed and they were not found. Look at the network if you are not sure. What you do not decide here is not sent: it stays under “Needs you” in the queue.',
    listEmpty: 'Nothing needs a decision. What waits for a time ahead goes out then.',
    listWaits: 'What was not found is listed here as soon as the accounts are read.',
    releaseEarly_one:
      '{{count}} post is still being looked for. If you do not wait, it is not sent by itself: you find it under “Needs you”.',
    releaseEarly_other:
      '{{count}} posts are still being looked for. If you do not wait, they are not sent by themselves: you find them under “Needs you”.',
    releaseTitle: 'When you are ready',
    releaseText: {
      restored: 'From then on this is your data, and posts go out at their times again.',
      rolled_back: 'From then on this is your data, and posts go out at their times again.',
      copied:
        'From then on posts go out from here. Do not go on publishing from the other place: close OCMA there, or remove that data.',
    },
    release: 'Publish from here on',
    released: 'Posts go out again',
    none: {
      title: 'Nothing is held',
      text: 'Posts go out at their times.',
      action: 'Open the queue',
    },
    otherCopy: 'Choose another copy instead',
  },
} as const;
