/** Words of LinkedIn: what its rules say of a post, what the doctor finds, and what must be known before connecting. */
export const linkedin = {
  unread: {
    competitors: 'LinkedIn lets an app read only the posts of members and pages that signed in to it.',
    trends: 'LinkedIn reports nothing as rising to apps.',
  },
  preflight: {
    linkedin_empty: {
      text: 'There is nothing to post on LinkedIn yet.',
      fix: 'Write something or add a picture.',
    },
    linkedin_too_long: {
      text: 'LinkedIn takes {{limit}} characters in a post and this has {{length}}.',
      fix: 'Cut {{over}}, or move the marked end to the next part, which goes out as a comment.',
    },
    linkedin_comment_too_long: {
      text: 'LinkedIn takes {{limit}} characters in a comment and this has {{length}}.',
      fix: 'Cut {{over}}, or move the marked end to the next part.',
    },
    linkedin_character: {
      text: 'The text holds a broken character that LinkedIn does not take.',
      fix: 'Delete the marked place; it may show nothing.',
    },
    linkedin_media_mix: {
      text: 'LinkedIn shows up to 20 pictures or one video in a post, not a mixture.',
      fix: 'Keep one kind.',
    },
    linkedin_too_many_images: {
      text: 'LinkedIn takes {{limit}} pictures in a post and this has {{count}}.',
      fix: 'Leave some out.',
    },
    linkedin_image_type: {
      text: 'LinkedIn does not take picture {{number}}, because it is {{type}}.',
      fix: 'Save it as JPEG, PNG or GIF.',
    },
    linkedin_image_pixels: {
      text: 'Picture {{number}} measures {{width}} x {{height}}, which is more than LinkedIn takes.',
      fix: 'Save it smaller.',
    },
    linkedin_video_type: {
      text: 'LinkedIn does not take this video, because it is {{type}}.',
      fix: 'Save it as MP4 with H.264 and AAC.',
    },
    linkedin_video_size: {
      text: 'The video has {{size}} MB. LinkedIn takes from {{least}} to {{limit}} MB.',
      fix: 'Save it with another quality or length.',
    },
    linkedin_video_length: {
      text: 'The video takes {{seconds}} seconds. LinkedIn takes from 3 seconds to 30 minutes.',
      fix: 'Cut it, or use a longer one.',
    },
    linkedin_alt_text_too_long: {
      text: 'The alternative text of file {{number}} has {{length}} characters and LinkedIn takes {{limit}}.',
      fix: 'Shorten it.',
    },
    linkedin_video_alt_text: {
      text: 'LinkedIn takes no alternative text for videos, so the one you wrote is not sent.',
      fix: 'Say what matters in the post, or add captions to the video.',
    },
    linkedin_comment_media: {
      text: 'Later parts go out as comments on LinkedIn, and comments made here have no pictures.',
      fix: 'Move the pictures to the first part.',
    },
    linkedin_connections: {
      text: 'A page has no connections, so its posts cannot be for them alone.',
      fix: 'Choose everybody, or those who are signed in.',
    },
    linkedin_title_without_link: {
      text: 'A title for a link was written, and there is no link in the first part.',
      fix: 'Add the link, or delete the title.',
    },
    linkedin_title_with_media: {
      text: 'LinkedIn shows either pictures or the card of a link. The title of the link is not sent.',
      fix: 'Leave out the pictures to show the card.',
    },
    linkedin_link_without_card: {
      text: 'LinkedIn makes no card for a link in a post of an app. The link stays in the text.',
      fix: 'Write a title for the link to show a card.',
    },
    linkedin_title_too_long: {
      text: 'The title or the description of the link is longer than LinkedIn takes.',
      fix: 'Keep the title to {{title}} characters and the description to {{description}}.',
    },
  },
  doctor: {
    linkedin_access: { about: 'sign_in', text: 'LinkedIn takes the sign-in of {{name}}.', fix: '' },
    linkedin_expired: {
      about: 'sign_in',
      text: 'The sign-in has run out. LinkedIn ends them after 60 days.',
      fix: 'Connect the account again.',
    },
    linkedin_revoked: {
      about: 'sign_in',
      text: 'LinkedIn says that the access was taken back.',
      fix: 'Connect the account again, if that was not meant.',
    },
    linkedin_version: {
      about: 'version',
      text: 'LinkedIn no longer serves the version {{version}} of its interface.',
      fix: 'Install the newest version of the app.',
    },
    linkedin_role: {
      about: 'permissions',
      text: '{{name}} may be posted for by the one who signed in.',
      fix: '',
    },
    linkedin_role_lost: {
      about: 'permissions',
      text: 'The one who signed in is no longer an administrator of {{name}}.',
      fix: 'Ask for the role of administrator or content administrator on LinkedIn.',
    },
  },
  /** What an account is, where a sign-in gave several to choose from. */
  kinds: { person: 'Profile', organization: 'Page' },
  options: {
    visibility: {
      label: 'Who sees it',
      everybody: 'Everybody',
      signedIn: 'Everybody who is signed in',
      connections: 'Your connections',
    },
    noReshare: { label: 'Do not let others repost it' },
    linkTitle: {
      label: 'Title of the link',
      help: 'With a title the first link becomes a card. LinkedIn does not fetch it from the page.',
    },
    linkDescription: { label: 'Description of the link' },
  },
  member: {
    facts: [
      'Posting is free. An app of your own needs no approval to post for your own profile.',
      'Signing in holds for 60 days. LinkedIn lets most apps renew it only by signing in again.',
      'LinkedIn lets apps like this neither read the posts of a profile nor their numbers.',
      'Pages of organisations need the Community Management API, which LinkedIn approves and which must be alone on its app. Connect them as LinkedIn Pages.',
      'LinkedIn makes no card for a link by itself; a title for it can be written.',
      'Later parts and the first comment go out as comments under the post.',
    ],
    guide: {
      app: {
        title: 'Create an app',
        text: 'Open the developer page of LinkedIn and create an app. It asks for a page of an organisation, a logo and a privacy page; a page of your own will do, and you verify it with one click.',
      },
      products: {
        title: 'Add two products',
        text: 'Under Products request Share on LinkedIn and Sign In with LinkedIn using OpenID Connect. Both are granted at once.',
      },
      addresses: {
        title: 'Paste the addresses',
        text: 'Under Auth add these as authorized redirect URLs, exactly as they stand here.',
      },
      client: {
        title: 'Copy client ID and secret',
        text: 'Under Auth stand the client ID and the primary client secret. Paste both below. The secret is kept sealed on this machine.',
      },
    },
  },
  pages: {
    facts: [
      'Posting is free, but LinkedIn must approve your app for the Community Management API. It asks for a registered organisation and looks at what the app is for.',
      'The Community Management API must be the only product of its app, so this needs another app than your profile does.',
      'One sign-in gives your profile and the pages of which you are an administrator or content administrator.',
      'Signing in holds for 60 days. Approved partners get a longer one that renews itself.',
      'While LinkedIn has not raised your app to its standard tier, it takes 100 requests a day for each person.',
      'Posts of pages and their numbers can be read; posts of profiles cannot, only their numbers.',
      'Later parts and the first comment go out as comments under the post.',
    ],
    guide: {
      app: {
        title: 'Create an app for pages',
        text: 'Open the developer page of LinkedIn and create an app that has no other product. Verify it with the page of your organisation.',
      },
      products: {
        title: 'Apply for the Community Management API',
        text: 'Request the product and fill in the form. LinkedIn answers within days or weeks. Until then signing in fails.',
      },
      addresses: {
        title: 'Paste the addresses',
        text: 'Under Auth add these as authorized redirect URLs, exactly as they stand here.',
      },
      client: {
        title: 'Copy client ID and secret',
        text: 'Under Auth stand the client ID and the primary client secret. Paste both below. The secret is kept sealed on this machine.',
      },
    },
  },
} as const;
