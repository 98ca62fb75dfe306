/** What the check of a channel finds (`doctor.<id>`), each with its fix. */
export const doctorWords = {
  youtube_channel: { text: 'The channel {{title}} answers.', fix: '' },
  youtube_no_channel: {
    text: 'This Google account has no YouTube channel.',
    fix: 'Create one at youtube.com/create_channel, then connect again and choose it.',
  },
  youtube_api_disabled: {
    text: 'The YouTube Data API is not enabled in your Google project.',
    fix: 'Open the API library of the project, enable YouTube Data API v3, wait a few minutes and check again.',
  },
  youtube_analytics_disabled: {
    text: 'The YouTube Analytics API is not enabled in your Google project, so there are no daily numbers.',
    fix: 'Open the API library of the project and enable YouTube Analytics API.',
  },
  youtube_quota_used: {
    about: 'limits',
    text: 'The daily budget of your Google project is used up. It is full again in {{hours}} hours.',
    fix: 'Wait until midnight in California. What is waiting goes on by itself then.',
  },
  youtube_quota: {
    about: 'limits',
    text: 'Each day the project may upload 100 videos, search 100 times and spend 10,000 units on all else. The day ends in {{hours}} hours, at midnight in California.',
    fix: '',
  },
  youtube_scope_read: {
    about: 'permissions',
    text: 'OCMA may not read your channel.',
    fix: 'Connect again and leave every permission ticked.',
  },
  youtube_scope_comments: {
    about: 'permissions',
    text: 'OCMA may not read and write comments or delete videos.',
    fix: 'Connect again and leave every permission ticked.',
  },
  youtube_scope_analytics: {
    about: 'permissions',
    text: 'OCMA may not read the reports of YouTube Analytics.',
    fix: 'Connect again and leave every permission ticked.',
  },
  youtube_scopes: { about: 'permissions', text: 'Comments and reports can be read.', fix: '' },
  youtube_long_videos: {
    text: 'The channel may upload videos of up to 15 minutes, and no thumbnails of its own.',
    fix: 'Confirm your phone number at youtube.com/verify.',
  },
  youtube_audit: {
    text: 'All {{count}} of the newest videos are private. YouTube keeps every upload of a project private until Google has audited it.',
    fix: 'If you did not choose private, ask Google for the audit, or make each video public in YouTube Studio.',
  },
  youtube_audit_passed: { text: 'Uploads of this channel are public.', fix: '' },
  youtube_audit_unknown: {
    text: 'Whether Google has audited your project shows only with the first upload. Until then YouTube keeps uploads private.',
    fix: '',
  },
  youtube_refused: {
    text: 'YouTube did not process {{count}} of the newest videos. The newest of them: {{reason}}.',
    fix: 'Open YouTube Studio to see why, and upload another file.',
  },
  youtube_testing: {
    about: 'sign_in',
    text: 'If the consent screen of your Google project is in testing, the sign-in ends after 7 days. In production it lasts.',
    fix: '',
  },
  youtube_unanswered: {
    text: 'YouTube did not answer all questions: {{detail}}',
    fix: 'Check again later.',
  },
} as const;
