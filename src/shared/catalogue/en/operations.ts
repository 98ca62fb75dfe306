/** How the parts are doing, in one sentence each. */
export const operations = {
  allWell: 'All is well.',
  publisher: {
    running: 'The publisher is running.',
    paused: 'Publishing is paused: nothing goes out until you resume it.',
    stopped: 'The publisher is not running.',
    restarting: 'The publisher is starting.',
  },
  vault: {
    ready: 'Secrets are sealed with a key that only you have.',
    locked: 'The vault is locked. Enter the passphrase in Settings.',
    absent:
      'This machine has no keychain. Practice works; to connect real accounts, choose a passphrase in Settings.',
  },
  inWorkspace: 'In {{workspace}}: {{text}}',
  elsewhere: {
    text_one: 'In the workspace {{workspace}} one thing needs a look.',
    text_other: 'In the workspace {{workspace}} {{count}} things need a look.',
    fix: 'Switch to it to see more.',
  },
  accountNeedsYou: {
    text: '{{account}} on {{platform}} needs to be connected again.',
    fix: 'Connect it again under Accounts.',
  },
  paused: {
    all: '{{account}} on {{platform}} rests until {{time}}: {{reason}}',
    write: 'Posting of {{account}} on {{platform}} rests until {{time}}: {{reason}}',
    read: 'Reading for {{account}} on {{platform}} rests until {{time}}: {{reason}} Posts go out all the same.',
  },
  onHold: {
    waiting: '{{platform}}: “{{operation}}” is on hold for {{seconds}} s after {{count}} failures in a row.',
    trying: '{{platform}}: “{{operation}}” is being tried again after {{count}} failures in a row.',
    due: '{{platform}}: “{{operation}}” has failed {{count}} times in a row; the next one tries whether it works again.',
  },
  clockWrong: {
    ahead_one: 'Your computer’s clock is one minute ahead of {{platform}}’s.',
    ahead_other: 'Your computer’s clock is {{count}} minutes ahead of {{platform}}’s.',
    behind_one: 'Your computer’s clock is one minute behind {{platform}}’s.',
    behind_other: 'Your computer’s clock is {{count}} minutes behind {{platform}}’s.',
    fix: 'Let the system set date and time by itself. Until then posts go out at the wrong time and signing in may fail.',
  },
  postsNeedYou_one: 'One post needs your decision.',
  postsNeedYou_other: '{{count}} posts need your decision.',
  workerTrouble: {
    title: 'Part of OCMA keeps stopping',
    body: 'It is started again by itself. If it goes on, restart OCMA; nothing is lost.',
  },
} as const;
