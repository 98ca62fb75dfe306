/**
 * Words of Bluesky: what its rules say of a post before it goes (`preflight`), what a connection check says (`doctor`),
 * what may be chosen for a post, and what must be known before an account is connected.
 */
export const words = {
  preflight: {
    bluesky_empty: {
      text: 'There is nothing to post on Bluesky yet.',
      fix: 'Write something or add a picture.',
    },
    bluesky_too_long: {
      text: 'Bluesky takes {{limit}} characters and this has {{length}}.',
      fix: 'Cut {{over}}, or move the marked end to the next part of a thread. Links count in full here.',
    },
    bluesky_too_many_bytes: {
      text: 'Bluesky takes {{limit}} bytes of text and this has {{length}}. Composed emoji need many bytes each.',
      fix: 'Leave out some of the emoji, or move the marked end to the next part of a thread.',
    },
    bluesky_character: {
      text: 'The text holds half of a character, which Bluesky does not take.',
      fix: 'Delete the marked place; it may show nothing.',
    },
    bluesky_media_mix: {
      text: 'Bluesky shows up to four pictures or one video in a post, not a mixture.',
      fix: 'Keep one kind here and move the rest to another part of the thread.',
    },
    bluesky_too_many_images: {
      text: 'Bluesky takes {{limit}} pictures in a post and this has {{count}}.',
      fix: 'Move some to another part of the thread.',
    },
    bluesky_image_type: {
      text: 'Bluesky does not take picture {{number}}, because it is {{type}}.',
      fix: 'Save it as JPEG, PNG or WebP.',
    },
    bluesky_image_too_large: {
      text: 'Picture {{number}} has {{size}} MB and Bluesky takes {{limit}} MB.',
      fix: 'Save it smaller or as JPEG.',
    },
    bluesky_gif_still: {
      text: 'Bluesky shows file {{number}}, a GIF, as a still picture.',
      fix: 'Save it as an MP4 video if it shall move.',
    },
    bluesky_video_type: {
      text: 'Bluesky does not take this video, because it is {{type}}.',
      fix: 'Save it as MP4 with H.264 and AAC.',
    },
    bluesky_video_too_large: {
      text: 'The video has {{size}} MB and Bluesky takes {{limit}} MB this way.',
      fix: 'Shorten it or save it with a lower quality.',
    },
    bluesky_video_too_long: {
      text: 'The video lasts {{length}} seconds and Bluesky takes {{limit}}.',
      fix: 'Shorten it.',
    },
    bluesky_video_email: {
      text: 'Bluesky takes videos only from accounts with a confirmed e-mail address, and yours is not confirmed.',
      fix: 'Confirm it in the settings of Bluesky, then check the connection here.',
    },
    bluesky_alt_text_too_long: {
      text: 'The alternative text of file {{number}} has {{length}} characters; Bluesky shows {{limit}}.',
      fix: 'Shorten it.',
    },
    bluesky_card_without_link: {
      text: 'You gave a link card a title, but the first part holds no link.',
      fix: 'Put the link into the text, or empty the title.',
    },
    bluesky_card_with_media: {
      text: 'Bluesky shows either a link card or media under a post.',
      fix: 'Remove the media or the title of the card, or keep one picture and choose it for the card.',
    },
    bluesky_card_picture_too_large: {
      text: 'The picture of a link card may have {{limit}} MB and this has {{size}} MB.',
      fix: 'Save it smaller.',
    },
    bluesky_language: {
      text: '{{language}} is not the short form of a language.',
      fix: 'Write languages like en, de or pt-BR.',
    },
    bluesky_too_many_languages: {
      text: 'Bluesky takes {{limit}} languages for a post and you named {{count}}.',
      fix: 'Keep the main ones.',
    },
  },
  doctor: {
    bluesky_server: { text: 'The account lives on the server {{server}}.', fix: '' },
    bluesky_active: {
      text: 'Bluesky says that the account is {{status}}.',
      fix: 'Open Bluesky and follow what it asks for there.',
    },
    bluesky_email_confirmed: { text: 'The e-mail address is confirmed, so videos can be posted.', fix: '' },
    bluesky_email_unconfirmed: {
      text: 'The e-mail address is not confirmed, so Bluesky takes no videos.',
      fix: 'Open the settings of Bluesky, then Account, and confirm the address.',
    },
    bluesky_limits: {
      about: 'limits',
      text: 'Bluesky takes 300 characters, four pictures of 2 MB or one video of 50 MB, and about 1,600 posts an hour.',
      fix: '',
    },
  },
  options: {
    replies: {
      label: 'Who can reply',
      help: 'Holds for the whole thread and is set before the post is out.',
      choices: {
        everyone: 'Everyone',
        followers: 'Your followers',
        following: 'People you follow',
        mentioned: 'People you mention',
        nobody: 'Nobody',
      },
    },
    quotes: { label: 'Others may quote it', help: null },
    languages: {
      label: 'Languages',
      help: 'Up to three, like en or pt-BR, so that the right readers find it.',
    },
    label: {
      label: 'Content warning',
      help: 'Readers choose in Bluesky whether they see what is labelled so.',
      choices: {
        none: 'None',
        sexual: 'Suggestive',
        nudity: 'Nudity that is not sexual',
        porn: 'Adult',
        'graphic-media': 'Graphic media',
      },
    },
    linkTitle: {
      label: 'Title of the link card',
      help: 'Shows the first link of the first part as a card. Bluesky makes none by itself.',
    },
    linkDescription: { label: 'Description on the link card', help: null },
    linkPicture: {
      label: 'Use the picture for the link card',
      help: 'The one picture of the first part goes onto the card, up to 1 MB.',
    },
  },
  card: {
    facts: [
      'No developer app is needed, and posting costs nothing.',
      'You connect with an app password, which you can take back at any time without changing your own.',
      'Posts have 300 characters, and links count in full. Links, mentions and hashtags become clickable here.',
      'A post has up to four pictures of 2 MB, or one video of 50 MB and three minutes.',
      'Bluesky tells likes, reposts, replies, quotes and saves. It tells nobody how often a post was seen.',
      'After an interruption the app can always find out whether a post is out: nothing is posted twice.',
    ],
    guide: {
      password: {
        title: 'Make an app password',
        text: 'Open the settings of Bluesky, then Privacy and security, then App passwords, and add one. Any name will do. Access to direct messages is not needed.',
      },
      connect: {
        title: 'Connect',
        text: 'Type your handle, such as anna.bsky.social, and paste the app password here. If your account lives on a server of its own, it is found by the handle.',
      },
    },
  },
} as const;
