/** Words of the first page a user sees. */
export const firstRun = {
  title: 'Run your social media accounts from this machine',
  lead: 'Write, schedule, publish and measure. Everything stays here: no registration, no server, no key to begin with.',
  steps: {
    start: 'How would you like to start?',
    zone: 'Your time zone',
    done: 'Ready',
  },
  practice: {
    title: 'Look around with practice accounts',
    text: 'A practice network runs on this machine. It answers like the real one, with sign-in, publishing and growing numbers. Nothing leaves the machine.',
    action: 'Look around',
    starting: 'Starting the practice network',
    ready: 'The practice network is running.',
    connect: 'Connect {{network}}',
    network: 'Network to try',
    passwordText: 'Choose a person on the page of app passwords, and paste handle and password here.',
    connectText:
      'A sign-in page opens in a new tab, as it does at the real network. Choose an account and allow it.',
  },
  real: {
    title: 'Connect an account',
    text: 'Bluesky and Mastodon at once. For the others OCMA shows what to register, what it costs and what is allowed then.',
    atOnce: 'Networks that are ready at once',
    withApp: 'With a developer app of your own, which you register once:',
    action: 'Connect an account',
  },
  waiting: 'Waiting for the sign-in page',
  waitingText: 'Allow OCMA on the page that opened. This page goes on by itself.',
  openAgain: 'Open the page again',
  connected: 'Connected as {{name}}',
  zoneText:
    'Posts are scheduled in this zone. It was found on this machine; each workspace can have its own.',
  doneText: 'Next: write a first post. It is saved as you type, and nothing goes out before you say when.',
  write: 'Write a post',
  calendar: 'Open the calendar',
  later: 'You can do the rest at any time under Accounts.',
  yourWorkspace: 'My workspace',
} as const;
