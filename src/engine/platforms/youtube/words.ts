import { doctorWords } from './doctor-words.ts';

/**
 * Words of YouTube: what its rules say of a post (`preflight.<id>`), what a connection check finds (`doctor.<id>`), the
 * choices for a video, what is said of a video that is not as it was asked for, and what must be known and done before
 * an account is connected.
 */
export const words = {
  preflight: {
    youtube_no_video: {
      text: 'A post on YouTube is a video and this has none.',
      fix: 'Add a video. Posts of text or pictures cannot be made by apps.',
    },
    youtube_many_videos: {
      text: 'YouTube takes one video in a post and this has {{count}}.',
      fix: 'Keep one and make posts of the others.',
    },
    youtube_many_images: {
      text: 'Beside the video YouTube takes one picture, as its thumbnail, and this has {{count}}.',
      fix: 'Keep one picture.',
    },
    youtube_gif: {
      text: 'YouTube takes no GIFs.',
      fix: 'Save it as a video, or remove it.',
    },
    youtube_video_type: {
      text: 'YouTube does not take this video, because it is {{type}}.',
      fix: 'Save it as MP4, MOV or WebM.',
    },
    youtube_video_too_large: {
      text: 'The video has {{size}} GB and YouTube takes {{limit}} GB.',
      fix: 'Shorten it or save it with a lower quality.',
    },
    youtube_video_too_long: {
      text: 'The video lasts {{minutes}} minutes and YouTube takes 12 hours.',
      fix: 'Cut it into several videos.',
    },
    youtube_video_unverified: {
      text: 'The video lasts {{minutes}} minutes. Channels without a confirmed phone number may upload 15.',
      fix: 'Confirm your phone number at youtube.com/verify.',
    },
    youtube_short: {
      text: 'Upright and square videos of up to three minutes become Shorts. This is one.',
      fix: 'Use a wider or a longer video if it should not be a Short.',
    },
    youtube_thumbnail_type: {
      text: 'The thumbnail is {{type}} and YouTube takes JPEG and PNG.',
      fix: 'Save it as JPEG.',
    },
    youtube_thumbnail_too_large: {
      text: 'The thumbnail has {{size}} MB and YouTube takes {{limit}} MB.',
      fix: 'Save it smaller or as JPEG.',
    },
    youtube_title_missing: {
      text: 'The video has no title.',
      fix: 'Write one under the options for YouTube.',
    },
    youtube_title_too_long: {
      text: 'The title has {{length}} characters and YouTube takes {{limit}}.',
      fix: 'Shorten it.',
    },
    youtube_title_character: {
      text: 'YouTube takes no < and > in titles.',
      fix: 'Write it without them.',
    },
    youtube_description_too_long: {
      text: 'The description has {{length}} bytes and YouTube takes {{limit}}. Letters with accents and emoji take several.',
      fix: 'Shorten it from the marked place on.',
    },
    youtube_description_character: {
      text: 'YouTube takes no < and > in descriptions.',
      fix: 'Write the marked place without them.',
    },
    youtube_hashtags: {
      text: 'The description has {{count}} hashtags. With more than {{limit}} YouTube shows none of them.',
      fix: 'Keep the best few.',
    },
    youtube_tags_too_long: {
      text: 'The tags have {{length}} characters together and YouTube takes {{limit}}. Tags with a space count two more.',
      fix: 'Remove some.',
    },
    youtube_tag_character: {
      text: 'YouTube takes no < and > in tags.',
      fix: 'Write the tags without them.',
    },
    youtube_kids_missing: {
      text: 'YouTube wants to know whether the video is made for kids.',
      fix: 'Choose it under the options for YouTube.',
    },
    youtube_kids_comments: {
      text: 'Videos made for kids have no comments, and this post wants to write one.',
      fix: 'Remove the comment.',
    },
    youtube_private_comments: {
      text: 'Private videos have no comments, and this post wants to write one.',
      fix: 'Make the video unlisted or public, or remove the comment.',
    },
    youtube_comment_empty: {
      text: 'The comment is empty.',
      fix: 'Write something or remove it.',
    },
    youtube_comment_too_long: {
      text: 'The comment has {{length}} characters and YouTube takes {{limit}}.',
      fix: 'Shorten it.',
    },
    youtube_comment_media: {
      text: 'Comments on YouTube are text alone.',
      fix: 'Remove the file from the comment.',
    },
    youtube_playlist: {
      text: 'This is no address and no ID of a playlist.',
      fix: 'Paste the address of the playlist, or leave it empty.',
    },
  },
  doctor: doctorWords,
  /** Why a video that was uploaded is not shown, by YouTube's name for it. */
  refusals: {
    codec: 'It cannot read the way in which the video is encoded.',
    conversion: 'It could not convert the video.',
    emptyFile: 'The file is empty.',
    invalidFile: 'The file is no video that it can read.',
    tooSmall: 'The file is too small to be a video.',
    uploadAborted: 'The upload was broken off.',
    claim: 'Somebody claims to own something in the video.',
    copyright: 'Something in the video is protected by copyright.',
    duplicate: 'The same video was uploaded before.',
    inappropriate: 'It finds the video inappropriate.',
    legal: 'It may not show the video for a legal reason.',
    length: 'The video is longer than this channel may upload.',
    termsOfUse: 'The video breaks its terms of use.',
    trademark: 'Something in the video is a protected trademark.',
    uploaderAccountClosed: 'The channel was closed.',
    uploaderAccountSuspended: 'The channel was suspended.',
    failed: 'It could not process the video and gives no reason.',
    rejected: 'It rejected the video and gives no reason.',
    other: 'It names the reason “{{reason}}”.',
  },
  notes: {
    private:
      'YouTube made the video private although it was to be {{privacy}}. It does so until Google has audited the project of your app; you can change it in YouTube Studio.',
    unscheduled:
      'YouTube did not keep the time, so the video stays private until you publish it in YouTube Studio.',
    thumbnail: 'The thumbnail was not taken: {{detail}}',
    playlist: 'The video is not in the playlist: {{detail}}',
  },
  options: {
    title: { label: 'Title', help: 'Up to 100 characters, without < and >.' },
    madeForKids: {
      label: 'Made for kids',
      help: 'The law wants an answer for each video. Videos made for kids have no comments and no personal ads.',
      choices: { no: 'No, it is not made for kids', yes: 'Yes, it is made for kids' },
    },
    privacy: {
      label: 'Who can see it',
      help: 'Uploads of a project that Google has not audited stay private whatever is chosen.',
      choices: {
        public: 'Everybody',
        unlisted: 'Everybody with the link',
        private: 'Only me',
      },
    },
    tags: { label: 'Tags', help: 'Words for the search, up to 500 characters together.' },
    category: {
      label: 'Category',
      help: null,
      choices: [
        ['22', 'People & Blogs'],
        ['27', 'Education'],
        ['24', 'Entertainment'],
        ['26', 'How-to & Style'],
        ['28', 'Science & Technology'],
        ['25', 'News & Politics'],
        ['29', 'Nonprofits & Activism'],
        ['1', 'Film & Animation'],
        ['23', 'Comedy'],
        ['10', 'Music'],
        ['20', 'Gaming'],
        ['17', 'Sports'],
        ['19', 'Travel & Events'],
        ['15', 'Pets & Animals'],
        ['2', 'Autos & Vehicles'],
      ],
    },
    altered: {
      label: 'Altered or synthetic content',
      help: 'Realistic scenes, people or voices that were made or changed by a machine must be named.',
    },
    notifySubscribers: { label: 'Tell subscribers', help: null },
    embeddable: { label: 'May be shown on other sites', help: null },
    license: {
      label: 'Licence',
      help: null,
      choices: { youtube: 'Standard YouTube licence', creativeCommon: 'Creative Commons, with credit' },
    },
    playlist: { label: 'Playlist', help: 'Its address or its ID. Leave it empty for none.' },
    firstComment: {
      label: 'First comment',
      help: 'Goes out under the video as soon as it is there, in the name of the channel.',
    },
  },
  card: {
    facts: [
      'It is free, and needs a project of your own at Google. Making one takes about ten minutes.',
      'Until Google has audited your project, every video that it uploads stays private. You can make each public by hand in YouTube Studio.',
      'The audit is asked for with a form and takes weeks. Without it OCMA still uploads, fills in everything and tells you what became private.',
      'While the project is in testing, Google ends the sign-in after 7 days. In production without verification Google shows a warning page and lets 100 people in.',
      'A project may upload 100 videos and search 100 times a day. The day ends at midnight in California.',
      'A post is one video. Posts of text or pictures cannot be made by apps.',
      'Disconnecting ends the access of all channels of the same Google user.',
    ],
    guide: {
      project: {
        title: 'Create a project',
        text: 'Open the Google Cloud console with any Google account and create a project. Its name does not matter.',
      },
      library: {
        title: 'Enable the two APIs',
        text: 'In the API library of the project enable YouTube Data API v3 and YouTube Analytics API.',
      },
      consent: {
        title: 'Set up the consent screen',
        text: 'Choose External as audience, and fill in a name and your e-mail address. Then publish the app, so that its status is In production: in testing the sign-in ends after 7 days.',
      },
      scopes: {
        title: 'Name the permissions',
        text: 'Under data access add these permissions.',
      },
      client: {
        title: 'Create the client',
        text: 'Under clients create an OAuth client of the type Desktop app. No address needs to be registered.',
      },
      paste: {
        title: 'Copy the client ID and secret',
        text: 'Paste both below. Google gives desktop clients a secret that is not treated as one. When you connect, choose the channel and leave every permission ticked.',
      },
      audit: {
        title: 'Ask for the audit, if you want public videos',
        text: 'Fill in the form for the audit of API clients. Until Google agrees, your uploads are private.',
      },
    },
  },
} as const;

/** Fills values into a sentence. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
