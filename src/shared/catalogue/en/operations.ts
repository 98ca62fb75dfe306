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
  accountNeedsYou: '{{account}} on {{platform}} needs to be connected again.',
  accountPaused: '{{account}} on {{platform}} is paused until {{time}}.',
  postsNeedYou_one: 'One post needs your decision.',
  postsNeedYou_other: '{{count}} posts need your decision.',
  workerTrouble: {
    title: 'Part of OCMA keeps stopping',
    body: 'It is started again by itself. If it goes on, restart OCMA; nothing is lost.',
  },
} as const;
