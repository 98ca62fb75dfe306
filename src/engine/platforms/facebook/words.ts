/**
 * Words of Facebook Pages: what its rules say of a post before it goes (`preflight.<id>`), what a look at the connection finds
 * (`doctor.<id>`), what may be chosen for a post, and what must be known and done before a Page is connected.
 */
export const facebook = {
  unread: {
    competitors:
      'Facebook lets an app read another Page’s posts only after a review of the app and of the company behind it (Page Public Content Access). OCMA has no such review.',
    trends: 'Facebook reports nothing as rising to apps.',
  },
  preflight: {
    facebook_empty: {
      text: 'There is nothing to post on Facebook yet.',
      fix: 'Write something or add a picture.',
    },
    facebook_too_long: {
      text: 'Facebook takes {{limit}} characters and this has {{length}}.',
      fix: 'Cut {{over}}.',
    },
    facebook_comment_too_long: {
      text: 'Facebook takes {{limit}} characters in a comment and part {{number}} has {{length}}. Later parts go out as comments.',
      fix: 'Cut {{over}}, or move the end to another part.',
    },
    facebook_comment_media: {
      text: 'Part {{number}} goes out as a comment, and comments go out without pictures and videos.',
      fix: 'Move them to the first part.',
    },
    facebook_media_mix: {
      text: 'A post on Facebook holds pictures or one video, not both.',
      fix: 'Keep one kind.',
    },
    facebook_too_many_videos: {
      text: 'A post on Facebook holds one video and this has {{count}}.',
      fix: 'Keep one, and make posts of the others.',
    },
    facebook_many_images: {
      text: 'This post has {{count}} pictures. Facebook shows the first five and hides the others behind a number; more than {{limit}} may be refused.',
      fix: 'Keep the best ones.',
    },
    facebook_image_type: {
      text: 'Facebook does not take picture {{number}}, because it is {{type}}.',
      fix: 'Save it as JPEG or PNG.',
    },
    facebook_image_too_large: {
      text: 'Picture {{number}} has {{size}} MB and Facebook takes {{limit}} MB.',
      fix: 'Save it smaller or as JPEG.',
    },
    facebook_image_large: {
      text: 'Picture {{number}} has {{size}} MB. Facebook documents {{limit}} MB, and may refuse it.',
      fix: 'Save it smaller or as JPEG to be sure.',
    },
    facebook_gif_still: {
      text: 'Facebook shows picture {{number}} without motion, because Pages post a GIF as a photo.',
      fix: 'Save it as a video if it has to move.',
    },
    facebook_alt_text_too_long: {
      text: 'The description of picture {{number}} has {{length}} characters. More than {{limit}} may be cut.',
      fix: 'Shorten it.',
    },
    facebook_video_alt_text: {
      text: 'Facebook takes descriptions of pictures only; that of the video is not sent.',
      fix: 'Say in the text what the video shows.',
    },
    facebook_video_type: {
      text: 'This video is {{type}}. Facebook promises to take MP4 and MOV.',
      fix: 'Save it as MP4 with H.264 and AAC.',
    },
    facebook_video_too_large: {
      text: 'The video has {{size}} MB and Facebook takes {{limit}} MB in this form.',
      fix: 'Shorten it or save it with a lower quality.',
    },
    facebook_video_too_long: {
      text: 'The video is {{seconds}} seconds long and Facebook takes {{limit}} in this form.',
      fix: 'Shorten it, or choose another form for the post.',
    },
    facebook_video_too_short: {
      text: 'The video is {{seconds}} seconds long and a reel has at least {{limit}}.',
      fix: 'Use a longer video, or post it as a post.',
    },
    facebook_reel_video: {
      text: 'A reel is one video.',
      fix: 'Add a video and nothing else, or choose another form for the post.',
    },
    facebook_reel_shape: {
      text: 'A reel is upright, 9:16. This video measures {{width}} x {{height}} and will be shown with bars.',
      fix: 'Cut it to 9:16.',
    },
    facebook_reel_too_small: {
      text: 'The video measures {{width}} x {{height}} and a reel has at least {{least}}.',
      fix: 'Use a larger video.',
    },
    facebook_reel_frame_rate: {
      text: 'The video has {{rate}} frames a second and Facebook wants {{least}} to {{most}} in a reel.',
      fix: 'Save it with 30 frames a second.',
    },
    facebook_story_media: {
      text: 'A story is one picture or one video.',
      fix: 'Add one, or choose another form for the post.',
    },
    facebook_story_text: {
      text: 'Stories have no text of their own; what is written here is not sent.',
      fix: 'Write it into the picture, or post it as a post.',
    },
    facebook_story_comment: {
      text: 'Nobody can comment under a story, so later parts cannot go out.',
      fix: 'Remove them, or choose another form for the post.',
    },
    facebook_own_link: {
      text: 'Facebook may refuse a post by an app that links to Facebook itself.',
      fix: 'Share it on Facebook by hand, or leave the link out.',
    },
    facebook_second_link: {
      text: 'Facebook makes a preview of the first link only.',
      fix: 'Put the most important link first.',
    },
    facebook_title_too_long: {
      text: 'The title has {{length}} characters and Facebook takes {{limit}}.',
      fix: 'Shorten it.',
    },
    facebook_publish_permission: {
      text: 'This Page was connected without permission to publish.',
      fix: 'Connect it again and allow everything that is asked for.',
    },
  },
  doctor: {
    facebook_page_token: { about: 'sign_in', text: 'OCMA speaks as the Page itself.', fix: '' },
    facebook_user_token: {
      about: 'sign_in',
      text: 'The sign-in speaks as a person and not as the Page.',
      fix: 'Connect the Page again.',
    },
    facebook_can_post: { text: 'The Page may publish.', fix: '' },
    facebook_cannot_post: {
      text: 'Facebook says that this Page may not publish now.',
      fix: 'Open the Page on Facebook and look for a notice. It may ask for two-factor sign-in, for Page publishing authorization, or for a look at its quality.',
    },
    facebook_page_hidden: {
      text: 'The Page is not published, so nobody sees its posts.',
      fix: 'Publish it in the settings of the Page on Facebook.',
    },
    facebook_no_role: {
      text: 'Your role at this Page does not include creating content.',
      fix: 'Ask somebody with full control of the Page for it, and connect again.',
    },
    facebook_insights: { about: 'permissions', text: 'The numbers of the Page can be read.', fix: '' },
    facebook_no_insights: {
      about: 'permissions',
      text: 'The numbers of the Page cannot be read, because the permission was not given.',
      fix: 'Connect the Page again and allow everything that is asked for.',
    },
    facebook_mentions: { about: 'permissions', text: 'Posts that mention the Page can be read.', fix: '' },
    facebook_no_mentions: {
      about: 'permissions',
      text: 'Posts that mention the Page and comments of others cannot be read, because the permission was not given.',
      fix: 'Connect the Page again and allow everything that is asked for. For people without a role at your app, Meta has to review it first.',
    },
    facebook_version: {
      about: 'version',
      text: 'Meta answers in version {{version}} of its interface.',
      fix: '',
    },
    facebook_version_old: {
      about: 'version',
      text: 'Meta answers in version {{version}} of its interface instead of {{expected}}: this one has ended or is not open to your app.',
      fix: 'Update OCMA. Until then some numbers may be missing.',
    },
    facebook_app: {
      text: 'It is connected by the app “{{name}}”. While that app is in development mode, only people with a role at it see what it posts.',
      fix: '',
    },
  },
  options: {
    format: {
      label: 'Form',
      help: 'A video in a post and a reel look alike on Facebook; a reel is found by more people. A story is gone after a day.',
      choices: { post: 'Post', reel: 'Reel', story: 'Story' },
    },
    link_preview: {
      label: 'Preview of the link',
      help: 'Shows the picture and title of the first link, where there are no pictures.',
    },
    first_comment: {
      label: 'First comment',
      help: 'Goes out under the post as soon as it is there, in the name of the Page.',
    },
    video_title: { label: 'Title of the video', help: 'Up to 255 characters. May be left empty.' },
  },
  notes: {
    no_content_task:
      'Your role at this Page does not include creating content. Ask somebody with full control of the Page for it.',
    no_token: 'Facebook gave no access to this Page. Sign in again and choose it in the list of Pages.',
    story_not_scheduled: 'Facebook does not keep stories until a time.',
    somebody: 'Somebody on Facebook',
  },
  card: {
    facts: [
      'Facebook lets apps post to Pages, not to profiles and groups.',
      'You need an app of your own at Meta. It costs nothing.',
      'An app in development mode works at once for Pages of people with a role at it, such as you. What it posts then is seen by those people only; set the app to live so that everybody sees it.',
      'For Pages of people without a role Meta reviews the app first, and wants a verified business.',
      'Pages of a Business Portfolio can be connected, too, where it was allowed in the sign-in.',
      'Facebook can keep a post until its time and publish it by itself, even while this computer is off.',
    ],
    guide: {
      account: {
        title: 'Open Meta for Developers',
        text: 'Sign in with the Facebook account that manages your Pages, and register as a developer if you are asked.',
      },
      app: {
        title: 'Create an app',
        text: 'Choose “Create app”, then the use case for managing everything on your Page. Any name will do. Link a Business Portfolio only if your Pages are in one.',
      },
      permissions: {
        title: 'Add the permissions',
        text: 'Open the use case and add each of these permissions. They are ready for testing at once, without a review.',
      },
      address: {
        title: 'Allow the address of the sign-in',
        text: 'Open “Facebook Login for Business” or “Facebook Login”, then “Settings”. Turn on “Client OAuth login”, “Web OAuth login” and “Embedded browser OAuth login”, and add this address to the valid redirect addresses.',
      },
      secret: {
        title: 'Leave “Require app secret” off',
        text: 'In “App settings”, “Advanced”, “Require app secret” must be off.',
      },
      client: {
        title: 'Copy the app id and the app secret',
        text: 'They are in “App settings”, “Basic”. Paste both here. The secret stays sealed on this computer.',
      },
      live: {
        title: 'Set the app to live',
        text: 'Give an address of a privacy policy in “App settings”, “Basic”, and switch the app from “Development” to “Live”. Otherwise only people with a role at the app see the posts.',
      },
    },
  },
} as const;
