/**
 * Words of Instagram: what its rules say of a post before it goes (`preflight.<id>`), what the connection check says
 * (`doctor.<id>`), and what must be known and done before an account is connected.
 */
export const words = {
  unread: {
    competitors:
      'Instagram lets an app look up others only where one signs in through Facebook, after a review. OCMA signs in at Instagram itself.',
    trends: 'Instagram reports nothing as rising to apps.',
  },
  online:
    'Instagram gives a count for each hour of its days, which begin at midnight in California, two days late. It does not say by which clock it counts: OCMA takes them for the hours since that midnight.',
  preflight: {
    instagram_needs_media: {
      text: 'Instagram takes no posts of words alone.',
      fix: 'Add a picture or a video.',
    },
    instagram_media_host: {
      text: 'Instagram fetches pictures and videos from a public address, and no place for them is set up.',
      fix: 'Set up a place for media in Settings.',
    },
    instagram_caption_too_long: {
      text: 'Instagram takes {{limit}} characters in a caption and this has {{length}}.',
      fix: 'Cut {{over}}; the end that does not fit is marked.',
    },
    instagram_comment_too_long: {
      text: 'Instagram takes {{limit}} characters in a comment and this has {{length}}.',
      fix: 'Cut {{over}}.',
    },
    instagram_comment_empty: {
      text: 'Comment {{number}} is empty.',
      fix: 'Write something, or remove it.',
    },
    instagram_comment_media: {
      text: 'Comments on Instagram hold words alone.',
      fix: 'Move the media to the post itself.',
    },
    instagram_comment_scope: {
      text: 'This account did not allow OCMA to write comments.',
      fix: 'Connect it again and allow comments, or remove the comment.',
    },
    instagram_too_many_hashtags: {
      text: 'Instagram takes {{limit}} hashtags and this has {{count}}.',
      fix: 'Remove the marked ones.',
    },
    instagram_many_hashtags: {
      text: 'Instagram itself shows {{limit}} hashtags a post since December 2025 and this has {{count}}.',
      fix: 'Keep the {{limit}} that fit best.',
    },
    instagram_too_many_mentions: {
      text: 'Instagram takes {{limit}} mentions and this has {{count}}.',
      fix: 'Remove the marked ones.',
    },
    instagram_link: {
      text: 'Links in a caption cannot be clicked on Instagram.',
      fix: 'Put the link into your profile and say so, or leave it as it is.',
    },
    instagram_too_many_items: {
      text: 'A carousel by an app takes {{limit}} pictures and videos and this has {{count}}.',
      fix: 'Remove some, or make two posts.',
    },
    instagram_story_one: {
      text: 'A story is one picture or one video and this has {{count}}.',
      fix: 'Keep one, or post them to the feed.',
    },
    instagram_story_text: {
      text: 'Instagram shows no text with a story made by an app.',
      fix: 'Put the words into the picture, or post it to the feed.',
    },
    instagram_story_comment: {
      text: 'A story takes no first comment.',
      fix: 'Remove the comment, or post it to the feed.',
    },
    instagram_image_type: {
      text: 'Instagram takes JPEG pictures alone, and picture {{number}} is {{type}}.',
      fix: 'Save it as JPEG.',
    },
    instagram_image_too_large: {
      text: 'Picture {{number}} has {{size}} MB and Instagram takes {{limit}} MB.',
      fix: 'Save it smaller.',
    },
    instagram_image_shape: {
      text: 'Picture {{number}} measures {{width}} x {{height}}. Instagram takes shapes from 4:5 (tall) to 1.91:1 (wide).',
      fix: 'Crop it.',
    },
    instagram_image_small: {
      text: 'Picture {{number}} is {{width}} pixels wide; Instagram enlarges it to 320.',
      fix: 'Take a larger one to have it sharp.',
    },
    instagram_carousel_crop: {
      text: 'Instagram crops all pictures of a carousel to the shape of the first, and picture {{number}} has another.',
      fix: 'Crop them alike, or look at the preview.',
    },
    instagram_alt_text_too_long: {
      text: 'The description of picture {{number}} has {{length}} characters and Instagram takes {{limit}}.',
      fix: 'Shorten it.',
    },
    instagram_gif: {
      text: 'Instagram takes no GIFs.',
      fix: 'Save it as a video (MP4) or as JPEG.',
    },
    instagram_video_type: {
      text: 'Instagram takes MP4 and MOV, and video {{number}} is {{type}}.',
      fix: 'Save it as MP4 with H.264 and AAC.',
    },
    instagram_video_codec: {
      text: 'Instagram takes H.264 or HEVC pictures with AAC sound, and video {{number}} has {{codec}}.',
      fix: 'Save it as MP4 with H.264 and AAC.',
    },
    instagram_video_length: {
      text: 'Video {{number}} lasts {{seconds}} s. Instagram takes {{least}} to {{most}} s here.',
      fix: 'Cut it.',
    },
    instagram_video_too_large: {
      text: 'Video {{number}} has {{size}} MB and Instagram takes {{limit}} MB here.',
      fix: 'Save it smaller.',
    },
    instagram_video_wide: {
      text: 'Video {{number}} is {{width}} pixels wide and Instagram takes {{limit}}.',
      fix: 'Save it smaller.',
    },
    instagram_video_shape: {
      text: 'Video {{number}} measures {{width}} x {{height}}; Instagram takes nothing so narrow or so flat.',
      fix: 'Crop it; 9:16 suits best.',
    },
    instagram_video_frames: {
      text: 'Video {{number}} has {{rate}} frames a second. Instagram takes 23 to 60.',
      fix: 'Save it with 30 frames a second.',
    },
    instagram_collaborators: {
      text: 'Instagram takes {{limit}} collaborators and this names {{count}}.',
      fix: 'Remove some.',
    },
    instagram_collaborator_name: {
      text: '"{{name}}" cannot be a name on Instagram.',
      fix: 'Write the name as in its profile address, without spaces.',
    },
  },
  doctor: {
    instagram_professional: {
      text: '@{{username}} is a professional account ({{type}}).',
      fix: '',
    },
    instagram_personal: {
      text: '@{{username}} is a personal account. Instagram lets apps work with professional ones only.',
      fix: 'In Instagram, open Settings, Account type, and switch to a professional account. It is free.',
    },
    instagram_quota: {
      about: 'limits',
      text: '{{used}} of {{total}} posts by apps in {{hours}} hours are used.',
      fix: '',
    },
    instagram_quota_low: {
      about: 'limits',
      text: '{{used}} of {{total}} posts by apps in {{hours}} hours are used.',
      fix: 'Spread what is planned, or wait: room comes back {{hours}} hours after each post.',
    },
    instagram_quota_full: {
      about: 'limits',
      text: 'All {{total}} posts by apps in {{hours}} hours are used.',
      fix: 'OCMA goes on by itself when there is room. You can post in the Instagram app meanwhile.',
    },
    instagram_quota_unknown: {
      about: 'limits',
      text: 'Instagram did not say how many posts by apps are left.',
      fix: 'Check again later; publishing does not depend on it.',
    },
  },
  options: {
    format: { label: 'Goes out as', help: 'A single video in the feed is a reel.' },
    feed: 'Post or reel',
    story: 'Story (gone after 24 hours)',
    shareToFeed: {
      label: 'Show the reel in the feed',
      help: 'Otherwise only under Reels. For a single video.',
    },
    collaborators: {
      label: 'Collaborators',
      help: 'Up to three names. Each is asked by Instagram and may decline.',
    },
  },
  card: {
    facts: [
      'Only professional accounts (business or creator) can be used by apps. Switching is free, in the Instagram app. No Facebook Page is needed.',
      'You register your own app at Meta, free of charge. For accounts that have a role in that app no review by Meta is needed.',
      'Nothing costs money. Instagram takes 50 to 100 posts by apps in 24 hours; the connection check shows the number that holds for you.',
      'Instagram fetches pictures and videos from a public address, so a place for media must be set up in Settings. What is put there is deleted after the post is out.',
      'Posts of words alone are not possible. Pictures go out as JPEG; carousels of 2 to 10, reels, stories and a first comment work.',
      'The sign-in lasts 60 days and renews itself while OCMA runs at least once in that time.',
      'This is the sign-in with Instagram. What only the sign-in with Facebook has is left out: deleting posts, tags of others, hashtag search, uploading videos without a place for media.',
    ],
    guide: {
      account: {
        title: 'Make the account professional',
        text: 'In the Instagram app open Settings, Account type and tools, Switch to professional account. Choose creator or business.',
      },
      app: {
        title: 'Create an app at Meta',
        text: 'Open the page, choose Create app, and as use case "Manage messaging & content on Instagram". A name that only you see is enough; a business portfolio is not needed.',
      },
      login: {
        title: 'Set up the Instagram login',
        text: 'In the app open Use cases, Customize, then "API setup with Instagram login". Under permissions add the ones below.',
      },
      role: {
        title: 'Give your account a role',
        text: 'Under App roles, Roles, add your Instagram account as Instagram Tester. Then accept the invitation on Instagram: Settings, Website permissions, Apps and websites, Tester invites.',
      },
      redirect: {
        title: 'Register the address that Instagram comes back to',
        text: 'Under "Set up Instagram business login" paste this address as OAuth redirect URI and save. Nothing has to answer there: OCMA catches it before it loads.',
      },
      client: {
        title: 'Copy id and secret',
        text: 'On the same page stand the Instagram app ID and the Instagram app secret. Take those two, not the ones of the Meta app itself.',
      },
      mediaHost: {
        title: 'Set up a place for media',
        text: 'In the settings of OCMA name a bucket (S3, R2 or alike) from which Instagram can fetch your media.',
      },
    },
  },
} as const;
