/** What the app itself finds before a post is scheduled; each network adds its own lines. */
export const preflight = {
  noAccounts: { text: 'No account is chosen.', fix: 'Choose at least one account.' },
  empty: { text: 'There is nothing to publish yet.', fix: 'Write something or add a picture.' },
  notConnected: { text: '{{account}} is not connected.', fix: 'Connect it again under Accounts.' },
  paused: { text: '{{account}} is paused until {{time}}.', fix: 'It goes out after that.' },
  duplicate: {
    text: '{{account}} has posted or will post the same text: {{time}}.',
    fix: 'Networks refuse the same text twice. Change a few words.',
  },
  rule: { text: 'Breaks a planning rule: {{rule}}', fix: '' },
  spread: {
    text: 'Its {{count}} accounts get it one after the other, the last at {{time}}, as the planning rules keep them apart.',
    fix: '',
  },
  tokenExpires: {
    text: 'The permission of {{account}} ends before this goes out: {{time}}.',
    fix: 'Connect it again under Accounts before then.',
  },
  vaultLocked: {
    text: 'The secrets of {{account}} are locked, so this would wait for your passphrase.',
    fix: 'Unlock them under Settings.',
  },
  unreachable: {
    text: '{{platform}} cannot be reached from this computer at the moment.',
    fix: 'Check the internet connection. OCMA tries again by itself.',
  },
  timePassed: { text: 'That time has passed.', fix: 'Choose a later time.' },
  gap: {
    text: 'On that day the clocks skip this time.',
    fix: 'It goes out as much later as the clocks are moved.',
  },
  overlap: { text: 'On that day this time comes twice.', fix: 'The first one counts.' },
  spendingCap: {
    text: 'With this post the month would cost {{total}}; your cap is {{cap}}.',
    fix: 'Raise the cap in Settings, or publish it next month.',
  },
  linkCost: {
    text: '{{platform}} charges {{withLink}} for a post with a link, {{withoutLink}} without.',
    fix: 'Move the link to a reply, or leave it out.',
  },
  optionUnknown: {
    text: '{{platform}} has no choice called “{{option}}”, so it would be left out.',
    fix: 'Take it out, or use one of the choices that are shown.',
  },
  optionInvalid: {
    text: 'What was chosen for “{{option}}” cannot be used at {{platform}}.',
    fix: 'Choose it anew.',
  },
  optionTooLong: {
    text: '“{{option}}” is longer than {{platform}} takes: {{limit}} at most.',
    fix: 'Shorten it.',
  },
  optionRequired: {
    text: '{{platform}} wants you to choose “{{option}}” first.',
    fix: 'Choose it; {{platform}} allows no choice made for you.',
  },
  laterParts: {
    text: '{{platform}} takes one post at a time: it has no threads and no comments for apps.',
    fix: 'Put everything into the first part, or leave out this account.',
  },
  commentScope: {
    text: '{{account}} may not comment: that permission was not given at {{platform}}.',
    fix: 'Connect it again under Accounts and allow it, or leave out the first comment.',
  },
  mediaMissing: {
    text: 'A picture or video of this post is no longer in the library.',
    fix: 'Add it again.',
  },
} as const;
