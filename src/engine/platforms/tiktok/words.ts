import type { Platform } from '../platform.ts';

/** What the rules of `check` say, by their ids. */
const preflight = {
  tiktok_no_media: {
    text: 'TikTok takes no post without a video or photos.',
    fix: 'Add one video, or 1 to 35 photos.',
  },
  tiktok_media_mix: {
    text: 'TikTok takes one video, or photos, not a mixture, and no GIF.',
    fix: 'Keep one video, or only photos.',
  },
  tiktok_no_threads: {
    text: 'TikTok has no threads, and apps cannot comment there.',
    fix: 'Keep one part for TikTok.',
  },
  tiktok_too_long: {
    text: 'TikTok takes {{limit}} characters here and this has {{length}}.',
    fix: 'Cut {{over}}.',
  },
  tiktok_title_too_long: {
    text: 'A title of photos has at most {{limit}} characters and this has {{length}}.',
    fix: 'Shorten the title.',
  },
  tiktok_draft_text: {
    text: 'TikTok takes no text with the draft of a video.',
    fix: 'Copy the text from here when you finish the draft in TikTok.',
  },
  tiktok_privacy_missing: {
    text: 'TikTok wants you to choose for each post who can see it.',
    fix: 'Choose who can see this video or these photos.',
  },
  tiktok_privacy_closed: {
    text: 'TikTok does not offer this account the choice of who can see it that was made here.',
    fix: 'Choose again who can see it.',
  },
  tiktok_branded_private: {
    text: 'TikTok does not take branded content that only you can see.',
    fix: 'Choose another audience, or take back the mark of branded content.',
  },
  tiktok_music_consent: {
    text: "By posting, you agree to TikTok's Music Usage Confirmation.",
    fix: 'Send it as a draft to decide in TikTok.',
  },
  tiktok_branded_consent: {
    text: "By posting, you agree to TikTok's Branded Content Policy and Music Usage Confirmation.",
    fix: 'Send it as a draft to decide in TikTok.',
  },
  tiktok_direct_not_granted: {
    text: 'This account did not let OCMA post to TikTok directly.',
    fix: 'Send it as a draft, or connect the account again and allow posting.',
  },
  tiktok_inbox_not_granted: {
    text: 'This account did not let OCMA send drafts to TikTok.',
    fix: 'Post directly, or connect the account again and allow drafts.',
  },
  tiktok_cover_wrong: {
    text: 'The second of the cover is not a number within the video.',
    fix: 'Write a number such as 2.5, or leave it empty.',
  },
  tiktok_video_type: {
    text: 'TikTok does not take this video, because it is {{type}}.',
    fix: 'Save it as MP4 with H.264.',
  },
  tiktok_video_codec: {
    text: 'TikTok does not take videos in {{codec}}.',
    fix: 'Save it as MP4 with H.264.',
  },
  tiktok_video_too_large: {
    text: 'The video has {{size}} MB and TikTok takes {{limit}} MB.',
    fix: 'Shorten it or save it smaller.',
  },
  tiktok_video_dimensions: {
    text: 'The video measures {{width}} x {{height}}. TikTok takes {{smallest}} to {{longest}} pixels a side.',
    fix: 'Save it in a size between these.',
  },
  tiktok_video_frame_rate: {
    text: 'The video has {{rate}} frames a second. TikTok takes {{slowest}} to {{fastest}}.',
    fix: 'Save it with 30 frames a second.',
  },
  tiktok_video_too_long: {
    text: 'The video lasts {{seconds}} seconds and TikTok takes {{limit}} from this account.',
    fix: 'Shorten it.',
  },
  tiktok_too_many_photos: {
    text: 'TikTok takes {{limit}} photos in a post and this has {{count}}.',
    fix: 'Take some out.',
  },
  tiktok_photo_type: {
    text: 'TikTok does not take photo {{number}}, because it is {{type}}.',
    fix: 'Save it as JPEG or WebP.',
  },
  tiktok_photo_too_large: {
    text: 'Photo {{number}} has {{size}} MB and TikTok takes {{limit}} MB.',
    fix: 'Save it smaller.',
  },
  tiktok_photo_dimensions: {
    text: 'Photo {{number}} measures {{width}} x {{height}} and TikTok takes up to 1080 x 1920.',
    fix: 'Make it smaller.',
  },
  tiktok_photos_need_place: {
    text: 'TikTok fetches photos from a public address and takes none from this computer.',
    fix: 'Set up a place for media in the settings, with an address that you verified with TikTok.',
  },
} as const satisfies Platform['words']['preflight'];

const doctor = {
  tiktok_direct: {
    about: 'permissions',
    text: 'Posting directly is allowed. TikTok offers: {{levels}}.',
    fix: '',
  },
  tiktok_audit: {
    text: 'TikTok does not tell whether your app is audited. Until it is, direct posts are seen by you alone.',
    fix: 'Send drafts, which need no audit, or apply for the audit on the page of your app.',
  },
  tiktok_private_only: {
    text: 'TikTok lets this account post only what you alone can see.',
    fix: 'Send drafts, which need no audit, or apply for the audit on the page of your app.',
  },
  tiktok_drafts_only: {
    about: 'permissions',
    text: 'This account sends drafts, which you finish in the TikTok app. Posting directly was not allowed.',
    fix: 'To post directly, add video.publish to your app and connect the account again.',
  },
  tiktok_pending: {
    about: 'limits',
    text: 'At most five drafts wait in TikTok at a time, and about 15 direct posts a day go through, from all apps together.',
    fix: '',
  },
  tiktok_length: {
    about: 'limits',
    text: 'Videos of this account may last up to {{seconds}} seconds.',
    fix: '',
  },
  tiktok_closed: {
    text: 'Switched off in TikTok for this account: {{what}}.',
    fix: 'Change it in the privacy settings of the TikTok app.',
  },
} as const satisfies NonNullable<Platform['words']['doctor']>;

/** What cannot be read of others. */
const unread = {
  competitors: 'TikTok shows others’ videos to approved researchers alone, not to apps like this.',
  trends: 'TikTok reports nothing as rising to apps like this.',
};

/** The words of TikTok's own rules. */
export const words = { preflight, doctor, unread } satisfies Platform['words'];

/** Why a post cannot be sent, where OCMA sees it by itself. */
export const sentences = {
  noMedia: 'TikTok takes one video, or photos.',
  noMediaHost: 'TikTok fetches photos from a public address, and no place for media is set up.',
  notStaged: 'The upload has to begin anew.',
  shortFile: 'The file is shorter than it was.',
  tooLong: 'The video lasts longer than TikTok takes from this account now.',
  privacyClosed: 'TikTok does not offer this account the chosen audience now. Choose again who can see it.',
} as const;

/** TikTok's codes and reasons in plain words. */
const reasons: ReadonlyMap<string, string> = new Map([
  [
    'unaudited_client_can_only_post_to_private_accounts',
    'TikTok has not audited your app, and such apps post only what nobody else sees, to accounts that are private. Send it as a draft instead, which needs no audit.',
  ],
  [
    'url_ownership_unverified',
    'TikTok fetches photos only from addresses that you verified on the page of your app. Verify the address of your place for media there.',
  ],
  [
    'privacy_level_option_mismatch',
    'TikTok does not offer this account the chosen audience. Choose again who can see it.',
  ],
  ['spam_risk_too_many_posts', 'TikTok takes no more posts from this account today, from all apps together.'],
  [
    'spam_risk_too_many_pending_share',
    'Five drafts wait in the TikTok app. Finish or delete one there; then the next can be sent.',
  ],
  [
    'reached_active_user_cap',
    'Your TikTok app has reached the number of people who may post with it in a day.',
  ],
  [
    'spam_risk_user_banned_from_posting',
    'TikTok does not let this account post. Open the TikTok app to see why.',
  ],
  ['spam_risk_text', 'TikTok holds the text for spam or against its rules.'],
  ['spam_risk', 'TikTok holds the post for spam.'],
  ['app_version_check_failed', "The TikTok app on this account's phone is too old. Update it first."],
  ['file_format_check_failed', 'TikTok does not take the format of the file.'],
  ['duration_check_failed', 'TikTok does not take a video of this length from this account.'],
  ['frame_rate_check_failed', 'TikTok takes videos with 23 to 60 frames a second.'],
  ['picture_size_check_failed', 'TikTok does not take the width and height of this video or photo.'],
  ['video_pull_failed', 'TikTok could not fetch the video.'],
  ['photo_pull_failed', 'TikTok could not fetch the photos from your place for media.'],
  ['publish_cancelled', 'The post was cancelled in TikTok.'],
  ['auth_removed', 'The access to this account was taken back in TikTok while the post was under way.'],
]);

/** A code or reason of TikTok's in plain words; null where it is not known. */
export const sentenceOf = (code: string): string | null => reasons.get(code) ?? null;

/** What may be chosen, by the option's id. */
export const optionWords = {
  mode: {
    label: 'How it goes out',
    help: 'A draft arrives in your TikTok inbox, and you finish it in the app. It needs no audit of your app.',
    inbox: 'As a draft to my inbox',
    direct: 'Post directly',
  },
  privacy: {
    label: 'Who can see it',
    help: "TikTok wants this chosen for each post. By posting, you agree to TikTok's Music Usage Confirmation.",
  },
  allowComment: { label: 'Allow comments', help: null },
  allowDuet: { label: 'Allow duets', help: 'For videos.' },
  allowStitch: { label: 'Allow stitches', help: 'For videos.' },
  commercial: {
    label: 'Commercial content',
    help: 'Say it where the post promotes you, another brand, a product or a service. TikTok labels it.',
    none: 'Promotes nothing',
    own: 'My own brand: labelled as promotional content',
    branded: 'Branded content: labelled as paid partnership',
    both: 'Both: labelled as paid partnership',
  },
  aiGenerated: { label: 'Made with AI', help: 'TikTok labels it as made with AI by its creator.' },
  coverSecond: {
    label: 'Cover at second',
    help: 'The frame shown before the video plays, such as 2.5. Empty: the first.',
  },
  title: { label: 'Title of the photos', help: 'Up to 90 characters. For photos.' },
  addMusic: { label: 'Let TikTok add music', help: 'For photos.' },
} as const;

/** TikTok's audiences as its app names them. */
export const privacyWords: Readonly<Record<string, string>> = {
  PUBLIC_TO_EVERYONE: 'Everyone',
  FOLLOWER_OF_CREATOR: 'Followers',
  MUTUAL_FOLLOW_FRIENDS: 'Friends, who follow each other',
  SELF_ONLY: 'Only me',
};

/** What must be known and done before an account is connected. */
export const cardWords = {
  facts: [
    'You register an app of your own with TikTok. It costs nothing.',
    'Drafts are the way that works for everybody: the video arrives in your TikTok inbox, and you finish it in the app.',
    'TikTok refuses the audit to apps for personal use. Without it, direct posts can be seen by you alone, and the account must be private.',
    'Before TikTok has reviewed your app, it works in its sandbox for up to ten accounts that you name there.',
    'TikTok takes about 15 direct posts a day, and keeps five unfinished drafts, from all apps together.',
    'Videos go up from this computer. Photos are fetched by TikTok from a place for media whose address you verified.',
    'Apps cannot read comments or mentions, delete posts, or search. Numbers are shown for public videos.',
  ],
  guide: {
    account: {
      title: 'Create an app',
      text: 'Sign in to TikTok for Developers and create an app of your own. Give it the platform Desktop.',
    },
    products: {
      title: 'Add the products',
      text: 'Add Login Kit and Content Posting API. Switch on Direct Post only if you want to post without the app.',
    },
    address: {
      title: 'Register the address',
      text: 'Under Login Kit, Desktop, add this redirect address. The star stands for any port.',
    },
    scopes: {
      title: 'Ask for the scopes',
      text: 'Add these scopes. The connection fails where one of them is missing from the app.',
    },
    sandbox: {
      title: 'Use the sandbox',
      text: 'Create a sandbox of the app and add your TikTok account as a target user. That works without a review.',
    },
    client: {
      title: 'Copy key and secret',
      text: "Copy the client key and the client secret of the sandbox, or of the app once it is reviewed. OCMA keeps the secret in this computer's key store.",
    },
  },
} as const;
