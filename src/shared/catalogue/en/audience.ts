/** What is said about an account's followers. */
export const audience = {
  not_told: {
    online: 'OCMA cannot learn from {{network}} when followers are online.',
    countries: 'OCMA cannot learn from {{network}} where followers are.',
  },
  not_read: 'Not read yet. OCMA reads it once a day while it runs.',
  not_connected: 'The account is not connected, so nothing newer is read.',
  few_followers:
    '{{network}} tells this of accounts with {{least}} followers or more. This one has {{followers}}.',
  nothing_told: '{{network}} was asked and had nothing to tell yet.',
  scope_missing:
    'This account was connected without the permission for it ({{scopes}}). Connect it again and allow it.',
  refused: '{{network}} does not let this app read it.',
  failed: 'It could not be read when that was last tried. {{reason}}',
  try: 'On average {{online}} of your followers were online in this hour of the week, over {{weeks}} weeks. That says when they are there, not what posts earn then: try it.',
} as const;
