/** What the engine says of accounts: checks of a connection and of a developer app, the page after consent, the vault. */
export const accounts = {
  landing: {
    done: {
      title: 'Back to OCMA',
      text: 'OCMA has the answer and is finishing the connection. You can close this tab.',
    },
    denied: {
      title: 'Nothing was connected',
      text: 'Access was not granted. You can close this tab and try again in OCMA.',
    },
    stale: {
      title: 'This page is out of date',
      text: 'It belongs to a connection that has ended. You can close this tab and start again in OCMA.',
    },
  },
  feature: {
    lacks: '{{network}} does not offer this to apps.',
    unused: 'OCMA does not do this on {{network}}.',
    missing:
      'The permission for it was not granted: {{scopes}}. Connect the account again and allow it at {{network}}.',
    name: {
      publish: 'publishing',
      media: 'pictures and videos',
      comment: 'comments',
      delete: 'deleting posts',
      metrics: 'numbers of posts',
      account_metrics: 'numbers of the account',
      mentions: 'mentions and comments',
      search: 'search',
    },
  },
  ending: {
    title: 'The sign-in of {{account}} on {{network}} ends soon',
    body: 'It ends on {{until}}. Sign in again before then, so that scheduled posts go out.',
    act: 'Sign in again',
  },
  check: {
    connection: {
      ok: { text: 'OCMA is signed in as {{account}}.' },
      disconnected: { text: 'The account is disconnected.', fix: 'Connect it again.' },
    },
    token: {
      ok: { text: 'The sign-in is good until {{until}} and is renewed by itself.' },
      lasting: { text: 'The sign-in is good.' },
      until: {
        text: 'The sign-in is good until {{until}}. Then {{network}} asks you to sign in again; OCMA tells you well before.',
      },
      renewable: {
        text: 'The sign-in is renewed by itself until {{until}}. After that {{network}} asks you to sign in again.',
      },
      ending: {
        text: 'The sign-in ends at {{until}} and cannot be renewed.',
        fix: 'Connect the account again before then, and allow what is asked, staying signed in included.',
      },
    },
    scopes: {
      ok: { text: 'Every permission that OCMA asks for was granted.' },
      missing: {
        text: 'Permissions are missing: {{scopes}}.',
        fix: 'Connect the account again and allow everything that is asked. In your developer app, allow reading and writing.',
      },
      missingFor: {
        text: 'The permission {{scope}} is missing. It is needed for: {{features}}.',
        fix: 'Connect the account again and allow it at {{network}}. Your developer app must have it too.',
      },
    },
    version: {
      ok: { text: '{{network}} still serves the version of its API that OCMA speaks.' },
      ended: {
        text: '{{network}} answers in a way that this version of OCMA does not understand.',
        fix: 'Update OCMA. {{network}} may have ended the version of its API that this one speaks.',
      },
    },
    profile: {
      ok: { text: '{{network}} answers, with {{account}}.' },
    },
    limits: {
      ok: { text: 'No limit of {{network}} is used up.' },
      paused: {
        text: 'The account is paused until {{until}}. {{reason}}',
        fix: 'Resume it once the cause is gone.',
      },
      used: {
        text: 'A limit of {{network}} is used up until {{until}}.',
        fix: 'OCMA goes on by itself then.',
      },
    },
    quota: {
      full: { text: 'Quota of {{network}}: all {{limit}} {{of}} are left.' },
      left: { text: 'Quota of {{network}}: {{left}} of {{limit}} {{of}} are left until {{until}}.' },
      used: {
        text: 'Quota of {{network}}: all {{limit}} {{of}} are used up until {{until}}.',
        fix: 'OCMA goes on by itself then.',
      },
    },
    spending: {
      ok: { text: 'Spent this month: {{spent}} of {{cap}}.' },
      open: { text: 'Spent this month: {{spent}}. There is no cap.' },
      reached: {
        text: 'The monthly cap of {{cap}} is reached: {{spent}} are spent.',
        fix: 'Raise the cap in Settings, or wait for the next month.',
      },
    },
    clock: {
      ok: { text: 'The clock of this machine agrees with {{network}}.' },
      off: {
        text: 'The clock of this machine is {{seconds}} seconds off.',
        fix: 'Let the system set its clock by itself. Otherwise posts go out at the wrong time.',
      },
    },
    endpoints: {
      custom: {
        text: 'The account speaks to {{address}}, not to {{network}} itself.',
        fix: 'If you did not set that, restore the addresses under Advanced.',
      },
    },
  },
  app: {
    known: { text: '{{network}} knows the client ID.' },
    unknown: {
      text: '{{network}} does not accept the client ID without a secret.',
      fix: 'Compare it with the one your developer app shows. If the app is a web app, add its client secret too.',
    },
    secret: {
      text: '{{network}} does not accept this client ID with this secret.',
      fix: 'Copy both anew from your developer app. A secret is shown once; if it is lost, make a new one.',
    },
    unclear: {
      text: '{{network}} refused the test in an unexpected way.',
      fix: 'Connect an account to see whether the app works.',
    },
    unreachable: {
      text: '{{network}} could not be asked.',
      fix: 'Check the connection of this machine, then test again.',
    },
    trouble: { text: '{{network}} is having trouble.', fix: 'Test again in a few minutes.' },
    addresses: {
      text: 'The redirect addresses must be registered there letter for letter: {{addresses}}',
    },
  },
  vault: {
    passphrase_needed: {
      message: 'The vault is locked by a passphrase.',
      fix: 'Enter the passphrase in Settings, or set OCMA_VAULT_PASSPHRASE.',
    },
    passphrase_wrong: {
      message: 'This is not the passphrase that locks the vault.',
      fix: 'Try again. A lost passphrase cannot be recovered: then the accounts must be connected again.',
    },
    other_key: {
      message: 'The keychain of this machine does not hold the key that sealed this data.',
      fix: 'The data comes from another machine, or the keychain was emptied. Connect the accounts again.',
    },
    no_keychain: {
      message: 'This machine has no keychain to keep secrets in.',
      fix: 'Set a passphrase in Settings, or start OCMA with OCMA_VAULT_PASSPHRASE. Practice works without.',
    },
    keychain_refused: {
      message: 'The keychain of this machine did not open.',
      fix: 'Unlock it, or allow OCMA to use it, then try again.',
    },
  },
} as const;
