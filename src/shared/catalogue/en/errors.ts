/** For each error code: what happened, and what to do. A failed delivery uses the same words. */
export const errors = {
  invalid_input: {
    message: 'Part of this request could not be read: {{what}}.',
    fix: 'Check that value and try again.',
  },
  unauthorized: {
    message: 'This call needs the access token of this installation.',
    fix: 'Use the token that was printed when OCMA started.',
  },
  forbidden: { message: 'This is not allowed from here.', fix: '' },
  not_found: {
    message: 'There is no such {{what}} here.',
    fix: 'It may have been removed. Go back and look at the list.',
  },
  unknown_platform: {
    message: 'OCMA does not know a network called “{{platform}}”.',
    fix: 'Use one of: {{known}}.',
  },
  ambiguous_account: {
    message: 'There are {{count}} accounts for {{platform}}.',
    fix: 'Name the account: {{accounts}}.',
  },
  stale_version: {
    message: 'This was changed somewhere else in the meantime.',
    fix: 'Look at both versions and choose one.',
  },
  wrong_state: { message: 'This cannot be done while the post is {{state}}.', fix: '' },
  not_offered: {
    message: '{{platform}} does not offer this to apps.',
    fix: 'Do it at {{platform}} itself.',
  },
  reading_not_allowed: {
    message: '{{why}}',
    fix: '',
  },
  handle_not_found: {
    message: '{{platform}} knows nobody by the name {{handle}}.',
    fix: 'Copy the name, or the address of the profile, from {{platform}} itself.',
  },
  handle_closed: {
    message: '{{handle}} shows its posts only to people whom it lets in.',
    fix: 'Choose an account whose posts are public.',
  },
  cost_not_agreed: {
    message: '{{platform}} charges up to {{cost}} for this, and nobody has agreed to that.',
    fix: 'Agree to the amount that is shown, or leave it.',
  },
  delete_unsupported: {
    message: '{{platform}} lets no app delete posts.',
    fix: 'Open the post on {{platform}} and delete it there.',
  },
  kept_by_network: {
    message: '{{platform}} no longer lets go of this post: it is about to publish it, or already has.',
    fix: 'Look at {{account}} on {{platform}}. You can delete it there.',
  },
  not_connected: {
    message: '{{account}} is not connected.',
    fix: 'Connect it under Accounts. Scheduled posts go out at their time.',
  },
  time_passed: { message: 'That time has passed: {{time}}.', fix: 'Choose a later time, or publish now.' },
  content_invalid: { message: '{{reason}}', fix: 'Change the post, then schedule it.' },
  time_zone_unknown: {
    message: 'The time zone “{{timeZone}}” is not known here.',
    fix: 'Use a name such as Europe/Berlin or America/New_York.',
  },
  rule_invalid: {
    message: 'This repetition cannot be used: {{reason}}.',
    fix: 'Choose how often it repeats anew.',
  },
  occurrence_passed: {
    message: 'A later post of the same series was due by then, so this one was left out.',
    fix: 'Nothing needs to be done. Publish it now if you still want it.',
  },
  vault_locked: {
    message: 'The vault is locked, so secrets cannot be read or stored.',
    fix: 'Enter the passphrase in Settings, or set OCMA_VAULT_PASSPHRASE.',
  },
  vault_unavailable: {
    message: 'This machine has no keychain to keep secrets in.',
    fix: 'Set a passphrase in Settings, or start OCMA with OCMA_VAULT_PASSPHRASE. Practice works without.',
  },
  developer_app_missing: {
    message: 'No developer app is set up for {{platform}} yet.',
    fix: 'Add its client ID under Accounts; the steps are shown there.',
  },
  spending_cap: {
    message: 'This would pass the monthly spending cap of {{cap}}.',
    fix: 'Raise the cap in Settings, or wait for the next month.',
  },
  openai_budget: {
    message: 'This month’s budget for the language model does not allow the question.',
    fix: 'Raise the budget in Settings, or wait for the next month.',
  },
  oauth_denied: {
    message: 'Access was not granted at {{platform}}.',
    fix: 'Start again and choose to allow it.',
  },
  oauth_failed: {
    message: '{{platform}} did not complete the connection.',
    fix: 'Try again; if it keeps happening, test the developer app.',
  },
  oauth_state_mismatch: {
    message: 'The answer does not belong to a connection that was started here.',
    fix: 'Start connecting again and use the newest address.',
  },
  oauth_expired: {
    message: 'The connection took too long and was given up.',
    fix: 'Start connecting again.',
  },
  oauth_cancelled: { message: 'The connection was cancelled.', fix: 'Start connecting again.' },
  oauth_other_account: {
    message: 'Another account came back than the one that was to be connected again.',
    fix: 'Sign in at {{platform}} with the account that you want to connect again, then start once more.',
  },
  no_account_found: {
    message: 'This sign-in at {{platform}} brought no account that OCMA can post as.',
    fix: 'Sign in with the person who manages the account, and allow access to it when {{platform}} asks.',
  },
  sign_in_refused: {
    message: '{{platform}} did not accept this name with this password.',
    fix: 'Check both. If you have a password for apps, use that one.',
  },
  server_not_found: {
    message: 'There is no {{platform}} server under “{{server}}”.',
    fix: 'Check the name. It looks like {{example}}.',
  },
  redirect_port_busy: {
    message: 'The addresses that {{platform}} may answer to are in use by other programs.',
    fix: 'Close other programs that use ports {{ports}}, then try again.',
  },
  practice_unavailable: {
    message: 'The practice network did not start.',
    fix: 'Try again; if it keeps happening, restart OCMA.',
  },
  newer_data_file: {
    message: 'The data was written by a newer OCMA (format {{file}}, this one knows {{app}}).',
    fix: 'Update OCMA. Nothing was changed.',
  },
  data_directory_busy: {
    message: 'Another OCMA is using this data.',
    fix: 'Use that one, or close it first.',
  },
  publishing_held: {
    message: 'Nothing is sent from this data until you have looked at it.',
    fix: 'Choose “Review”, look at what waits, then choose “Publish from here on”.',
  },
  restarting: { message: 'OCMA is opening your data again.', fix: 'Try again in a moment.' },
  copy_failed: { message: '{{reason}}', fix: 'Then make the copy again.' },
  copy_damaged: {
    message: 'This copy is damaged, so it was not used. Nothing was changed.',
    fix: 'Choose an older one.',
  },
  data_damaged: {
    message: 'The data file is damaged. The newest whole copy is of {{when}} UTC.',
    fix: 'To go on with that copy: ocma restore {{copy}}. The damaged file is kept beside the copies.',
  },
  data_damaged_alone: {
    message: 'The data file is damaged, and there is no whole copy of it in the folder “backups”.',
    fix: 'If a copy lies elsewhere, put it into that folder and run: ocma restore.',
  },
  media_invalid: { message: '{{reason}}', fix: 'Replace the file.' },
  rate_limited: {
    message: '{{platform}} allows no more requests for now.',
    fix: 'OCMA goes on by itself as soon as it may.',
  },
  quota_exhausted: {
    message: 'The quota at {{platform}} is used up.',
    fix: 'OCMA goes on when it is renewed.',
  },
  credits_exhausted: {
    message: 'Your developer account at {{platform}} has no credits left.',
    fix: 'Add credits there, then resume the account. Waiting posts go out then.',
  },
  auth_expired: {
    message: '{{platform}} signed this account out.',
    fix: 'Connect it again. What is not long past its time goes out by itself then; for the rest OCMA asks you.',
  },
  auth_revoked: {
    message: '{{platform}} no longer accepts OCMA’s access to this account.',
    fix: 'Connect it again. What is not long past its time goes out by itself then; for the rest OCMA asks you.',
  },
  scope_missing: {
    message: 'A permission for this account is missing at {{platform}}.',
    fix: 'Connect it again and allow everything that is asked.',
  },
  account_action_required: {
    message: '{{platform}} wants you to do something in your account first.',
    fix: 'Open {{platform}}, follow what it asks, then retry.',
  },
  content_rejected: { message: '{{platform}} refused this post.', fix: 'Edit it, then retry.' },
  duplicate: {
    message: '{{platform}} refused this post because the account has posted the same text lately.',
    fix: 'Change the text, then retry.',
  },
  network_unreachable: {
    message: '{{platform}} could not be reached.',
    fix: 'OCMA tries again by itself. Check the connection of this machine.',
  },
  unavailable: { message: '{{platform}} is having trouble.', fix: 'OCMA tries again by itself.' },
  on_hold: {
    message: '{{platform}} has failed several times in a row, so OCMA waits a moment before it asks again.',
    fix: 'OCMA goes on by itself as soon as it answers. Health shows when it tries next.',
  },
  busy: {
    message: 'OCMA is still waiting for other answers of {{platform}}.',
    fix: 'Try again in a moment. Posts still go out.',
  },
  unknown_outcome: {
    message: '{{platform}} may have published this: the answer was lost and the post was not found.',
    fix: 'Look at the account, then say what is true.',
  },
  platform_changed: {
    message: '{{platform}} answered in a way that this version of OCMA does not understand.',
    fix: 'Update OCMA. Nothing was lost.',
  },
  platform_refused: {
    message: '{{platform}} refused this request.',
    fix: 'Test the connection under Accounts.',
  },
  internal: {
    message: 'OCMA ran into an error of its own.',
    fix: 'It is in the log. Nothing was lost; you can try again.',
  },
  // Only in the story of a delivery.
  remind: {
    message: 'It is time to publish this on {{platform}} yourself.',
    fix: 'Copy the text and the files, publish it there, then say that you did.',
  },
  handed_over: {
    message: '{{platform}} has put this into your app there, for you to finish.',
    fix: 'Open {{platform}} on your phone and publish it, then say that you did.',
  },
  gone_at_network: {
    message: '{{platform}} no longer has this post, which it was to publish at its time.',
    fix: 'It may have been removed there. Publish it from here, or drop it.',
  },
  refused_later: {
    message: '{{platform}} refused this post after it was published. {{reason}}',
    fix: 'Nobody sees it there. Change the text or the file and publish it again, or drop it.',
  },
  held_handed: {
    message:
      'Another state of this data may have given this to {{platform}} already, which then publishes it at its time.',
    fix: 'Look at what is planned on {{platform}}. If it is not there, give it a new time here.',
  },
  networkSays: 'It says: “{{detail}}”',
  missed: {
    message: 'Its time passed while OCMA was not running.',
    fix: 'Publish it now, choose a new time, or drop it.',
  },
  reconnected: {
    message: '{{platform}} had signed this account out.',
    fix: 'It is connected again. Publish it now, or give it a new time.',
  },
  held_passed: {
    message:
      'Its time passed before this data was opened. OCMA looked at {{platform}} and did not find it, which is no proof.',
    fix: 'Look at {{platform}}, then publish it now, choose a new time, or drop it.',
  },
  held_alike: {
    message:
      'A post with the same words is on {{platform}}, from before this one was due. It may be another one, or this one sent early.',
    fix: 'Look at {{account}} on {{platform}}. If it is this post, drop it here; else publish it.',
  },
  held_unread: {
    message: 'Its time passed before this data was opened, and OCMA could not look whether it went out.',
    fix: 'Look at {{platform}}, then publish it now, choose a new time, or drop it.',
  },
  parent_unknown: {
    message: 'The rest of the thread cannot be attached: the address of the post before it is not known.',
    fix: 'Publish the rest as a post of its own, or drop it.',
  },
  settling: {
    message: 'The answer of {{platform}} was lost. OCMA is looking whether the post arrived.',
    fix: 'Nothing to do; it is never sent twice.',
  },
  media_processing: {
    message: '{{platform}} is still processing the media.',
    fix: 'Nothing to do; it goes out as soon as they are ready.',
  },
  spacing: { message: 'Several posts are late; they go out one after another.', fix: 'Nothing to do.' },
  in_order: { message: 'An earlier post of this account goes first.', fix: 'Nothing to do.' },
  stopped: { message: 'OCMA was closing.', fix: 'It goes on at the next start.' },
  lease_expired: { message: 'The publisher was interrupted.', fix: 'It goes on by itself.' },
} as const;
