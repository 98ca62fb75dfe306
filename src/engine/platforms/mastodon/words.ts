/**
 * Words of Mastodon: what a server's rules say of a post before it goes (`preflight`), what a connection check says
 * (`doctor`), what may be chosen for a post, and what must be known before an account is connected.
 */
export const words = {
  preflight: {
    mastodon_empty: {
      text: 'There is nothing to post on Mastodon yet.',
      fix: 'Write something or add a picture.',
    },
    mastodon_too_long: {
      text: 'Your server takes {{limit}} characters and this has {{length}}. Every link counts {{perUrl}}.',
      fix: 'Cut {{over}}, or move the marked end to the next part of a thread.',
    },
    mastodon_too_long_with_warning: {
      text: 'Text and content warning have {{length}} characters together and your server takes {{limit}}.',
      fix: 'Cut {{over}} from either of them.',
    },
    mastodon_character: {
      text: 'The text holds half of a character, which servers do not take.',
      fix: 'Delete the marked place; it may show nothing.',
    },
    mastodon_media_mix: {
      text: 'A post on Mastodon has pictures, or one video, or one GIF that moves, not a mixture.',
      fix: 'Keep one kind here and move the rest to another part of the thread.',
    },
    mastodon_too_many_media: {
      text: 'Your server takes {{limit}} files in a post and this has {{count}}.',
      fix: 'Move some to another part of the thread.',
    },
    mastodon_media_type: {
      text: 'Your server does not take file {{number}}, because it is {{type}}.',
      fix: 'Save it as JPEG or PNG, or a video as MP4.',
    },
    mastodon_image_too_large: {
      text: 'Picture {{number}} has {{size}} MB and your server takes {{limit}} MB.',
      fix: 'Save it smaller or as JPEG.',
    },
    mastodon_image_dimensions: {
      text: 'Picture {{number}} measures {{width}} x {{height}}, which is more than your server takes.',
      fix: 'Make it smaller.',
    },
    mastodon_video_too_large: {
      text: 'The video has {{size}} MB and your server takes {{limit}} MB.',
      fix: 'Shorten it or save it with a lower quality.',
    },
    mastodon_video_frame_rate: {
      text: 'The video has {{rate}} frames a second and your server takes {{limit}}.',
      fix: 'Save it with fewer.',
    },
    mastodon_alt_text_too_long: {
      text: 'The description of file {{number}} has {{length}} characters and your server takes {{limit}}.',
      fix: 'Shorten it.',
    },
    mastodon_no_description: {
      text: 'File {{number}} has no description. Many people on Mastodon expect one.',
      fix: 'Say in a sentence what is to be seen.',
    },
    mastodon_language: {
      text: '{{language}} is not the short form of a language.',
      fix: 'Write a language like en or de.',
    },
    mastodon_direct_to_nobody: {
      text: 'Only people you mention would see this, and it mentions nobody.',
      fix: 'Mention somebody, or choose who shall see it.',
    },
  },
  doctor: {
    mastodon_server: { text: 'The server {{host}} runs {{software}} {{version}}.', fix: '' },
    mastodon_limits: {
      about: 'limits',
      text: 'It takes {{characters}} characters and {{media}} files a post, pictures up to {{image}} MB and videos up to {{video}} MB.',
      fix: '',
    },
    mastodon_quotes: { text: 'You can choose there who may quote a post.', fix: '' },
    mastodon_old: {
      text: 'The server is older than Mastodon 4, so some things may not work.',
      fix: 'Ask whoever runs the server whether it will be brought up to date.',
    },
    mastodon_unreadable: {
      text: 'The server did not say what it takes, so the usual limits are assumed.',
      fix: 'Try the check again later.',
    },
  },
  options: {
    visibility: {
      label: 'Who sees it',
      help: null,
      choices: {
        public: 'Everyone, and it is listed',
        unlisted: 'Everyone, and it is not listed',
        private: 'Your followers',
        direct: 'People you mention',
      },
    },
    spoilerText: {
      label: 'Content warning',
      help: 'Shown instead of the text until a reader opens it. It counts as text.',
    },
    sensitive: { label: 'Hide media at first', help: 'Readers see a blurred picture until they open it.' },
    language: { label: 'Language', help: 'Short form, like en or de. Your own setting where empty.' },
    quotes: {
      label: 'Who may quote it',
      help: null,
      choices: { public: 'Everyone', followers: 'Your followers', nobody: 'Nobody' },
    },
  },
  card: {
    facts: [
      'No developer app is needed, and posting costs nothing. OCMA makes itself known to your server.',
      'Every server has its own rules; they are read from yours when you connect.',
      'Usually a post has 500 characters, and every link counts 23, whatever its length.',
      'Mastodon can keep a post until its time and publish it by itself, also while this computer is off.',
      'Mastodon tells favourites, boosts, replies and quotes. It tells nobody how often a post was seen.',
      'The connection does not run out. You can end it in the settings of your server at any time.',
    ],
    guide: {
      server: {
        title: 'Name your server',
        text: 'Type the name of the server your account is on, such as mastodon.social, or your whole handle.',
      },
      allow: {
        title: 'Allow it',
        text: 'Your browser opens a page of your server. Sign in there and choose Authorize. The password stays with your server.',
      },
    },
  },
} as const;
