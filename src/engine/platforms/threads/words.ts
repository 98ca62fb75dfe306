/**
 * Words of Threads: what its rules say of a post before it goes (`preflight.<id>`), what the connection check says
 * (`doctor.<id>`), and what must be known and done before an account is connected.
 */
export const words = {
  unread: {
    competitors: 'Threads lets an app look up others only after a review of the app.',
    trends: 'Threads reports nothing as rising to apps.',
  },
  preflight: {
    threads_empty: {
      text: 'There is nothing to post on Threads yet.',
      fix: 'Write something or add a picture.',
    },
    threads_too_long: {
      text: 'Threads takes {{limit}} characters, emoji counting several each, and this has {{length}}.',
      fix: 'Cut {{over}}, or move the marked end to the next part of a thread.',
    },
    threads_character: {
      text: 'The text holds a character that cannot be sent.',
      fix: 'Delete the marked place; it may show nothing.',
    },
    threads_too_many_links: {
      text: 'Threads takes {{limit}} different links in a post and this has {{count}}.',
      fix: 'Remove some, or move them to the next part of a thread.',
    },
    threads_one_topic: {
      text: 'Threads makes one topic of a post, its first hashtag. The other {{count}} stay plain words.',
      fix: 'Keep the one that fits best.',
    },
    threads_topic_twice: {
      text: 'A topic is chosen, so that the hashtags in the text stay plain words.',
      fix: 'Remove them, or clear the topic.',
    },
    threads_topic: {
      text: 'A topic on Threads has 1 to {{limit}} characters and neither a full stop nor an ampersand.',
      fix: 'Change the topic.',
    },
    threads_link_form: {
      text: 'The link to attach is not a web address.',
      fix: 'Write the whole address, beginning with https://.',
    },
    threads_link_with_media: {
      text: 'Threads attaches a link to posts of words alone; this one has media, so it goes out without.',
      fix: 'Put the link into the text, or remove the media.',
    },
    threads_media_host: {
      text: 'Threads fetches pictures and videos from a public address, and no place for them is set up.',
      fix: 'Set up a place for media in Settings, or post words alone.',
    },
    threads_too_many_items: {
      text: 'Threads takes {{limit}} pictures and videos in a post and this has {{count}}.',
      fix: 'Move some to another part of the thread.',
    },
    threads_gif: {
      text: 'Threads takes no GIF files from apps.',
      fix: 'Save it as a video (MP4) or as JPEG.',
    },
    threads_image_type: {
      text: 'Threads takes JPEG and PNG pictures, and picture {{number}} is {{type}}.',
      fix: 'Save it as JPEG or PNG.',
    },
    threads_image_too_large: {
      text: 'Picture {{number}} has {{size}} MB and Threads takes {{limit}} MB.',
      fix: 'Save it smaller.',
    },
    threads_image_shape: {
      text: 'Picture {{number}} measures {{width}} x {{height}}. Threads takes nothing longer than ten times its width or height.',
      fix: 'Crop it.',
    },
    threads_image_small: {
      text: 'Picture {{number}} is {{width}} pixels wide; Threads enlarges it to 320.',
      fix: 'Take a larger one to have it sharp.',
    },
    threads_alt_text_too_long: {
      text: 'The description of medium {{number}} has {{length}} characters and Threads takes {{limit}}.',
      fix: 'Shorten it.',
    },
    threads_video_type: {
      text: 'Threads takes MP4 and MOV, and video {{number}} is {{type}}.',
      fix: 'Save it as MP4 with H.264 and AAC.',
    },
    threads_video_codec: {
      text: 'Threads takes H.264 or HEVC pictures with AAC sound, and video {{number}} has {{codec}}.',
      fix: 'Save it as MP4 with H.264 and AAC.',
    },
    threads_video_length: {
      text: 'Video {{number}} lasts {{seconds}} s and Threads takes {{limit}} s.',
      fix: 'Cut it.',
    },
    threads_video_too_large: {
      text: 'Video {{number}} has {{size}} MB and Threads takes {{limit}} MB.',
      fix: 'Save it smaller.',
    },
    threads_video_wide: {
      text: 'Video {{number}} is {{width}} pixels wide and Threads takes {{limit}}.',
      fix: 'Save it smaller.',
    },
    threads_video_frames: {
      text: 'Video {{number}} has {{rate}} frames a second. Threads takes 23 to 60.',
      fix: 'Save it with 30 frames a second.',
    },
  },
  doctor: {
    threads_quota: {
      about: 'limits',
      text: '{{used}} of {{total}} posts by apps in {{hours}} hours are used.',
      fix: '',
    },
    threads_quota_low: {
      about: 'limits',
      text: '{{used}} of {{total}} posts by apps in {{hours}} hours are used.',
      fix: 'Spread what is planned: room comes back {{hours}} hours after each post.',
    },
    threads_quota_full: {
      about: 'limits',
      text: 'All {{total}} posts by apps in {{hours}} hours are used.',
      fix: 'OCMA goes on by itself when there is room. You can post in the Threads app meanwhile.',
    },
    threads_quota_unknown: {
      about: 'limits',
      text: 'Threads did not say how many posts by apps are left.',
      fix: 'Check again later; publishing does not depend on it.',
    },
    threads_reply_quota: {
      about: 'limits',
      text: '{{used}} of {{total}} replies by apps in {{hours}} hours are used.',
      fix: '',
    },
    threads_reply_quota_low: {
      about: 'limits',
      text: '{{used}} of {{total}} replies by apps in {{hours}} hours are used. Later parts of threads count as replies.',
      fix: 'Make threads shorter, or spread them.',
    },
    threads_reply_quota_full: {
      about: 'limits',
      text: 'All {{total}} replies by apps in {{hours}} hours are used. Later parts of threads count as replies.',
      fix: 'OCMA goes on by itself when there is room.',
    },
    threads_reply_quota_unknown: {
      about: 'limits',
      text: 'Threads did not say how many replies by apps are left.',
      fix: 'Allow "manage replies" when you connect the account, or check again later.',
    },
  },
  options: {
    replyControl: { label: 'Who may reply', help: null },
    everyone: 'Everyone',
    following: 'Accounts you follow',
    followers: 'Your followers',
    mentioned: 'Only those mentioned',
    topic: {
      label: 'Topic',
      help: 'Up to 50 characters, without full stop and ampersand. One for the post.',
    },
    link: {
      label: 'Link to attach',
      help: 'Shown as a card under a post of words alone. Without it Threads takes the first link in the text.',
    },
  },
  card: {
    facts: [
      'Any Threads account can be used, personal ones too. You register your own app at Meta, free of charge.',
      'Accounts that you add to the app as Threads testers work without a review by Meta.',
      'Nothing costs money. Threads takes 250 posts, 1,000 replies and 100 deletions by apps in 24 hours. Later parts of a thread count as replies.',
      'Words alone need nothing else. Pictures and videos are fetched by Threads from a public address, so a place for media must be set up in Settings.',
      'The sign-in lasts 60 days and renews itself while OCMA runs at least once in that time. For private profiles Meta ends it after 90 days.',
      'Searching all of Threads needs a review by Meta; without it a search finds your own posts only.',
    ],
    guide: {
      app: {
        title: 'Create an app at Meta',
        text: 'Open the page, choose Create app, and as use case "Access the Threads API". A name that only you see is enough.',
      },
      permissions: {
        title: 'Add the permissions',
        text: 'In the app open Use cases, Customize, and add each of these permissions.',
      },
      redirect: {
        title: 'Register the address that Threads comes back to',
        text: 'Under Settings of the use case paste this address into all three fields (redirect, uninstall, delete), confirm each in the list that opens, and save. Nothing has to answer there: OCMA catches it before it loads.',
      },
      tester: {
        title: 'Add your account as a tester',
        text: 'Under App roles, Roles, add a Threads Tester with your name. Then accept on Threads: Settings, Account, Website permissions, Invites.',
      },
      client: {
        title: 'Copy id and secret',
        text: 'On the Settings page of the use case stand the Threads app ID and the Threads app secret. Take those two, not the ones of the Meta app itself.',
      },
      mediaHost: {
        title: 'Set up a place for pictures and videos',
        text: 'In the settings of OCMA name a bucket (S3, R2 or alike) from which Threads can fetch your media. Words alone need none.',
      },
    },
  },
} as const;
