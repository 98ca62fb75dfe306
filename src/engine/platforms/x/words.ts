/**
 * Words of the network X: what its rules say of a post before it goes (`preflight.<id>`), and what must be known and
 * done before an account is connected.
 */
export const x = {
  preflight: {
    x_empty: {
      text: 'There is nothing to post on X yet.',
      fix: 'Write something or add a picture.',
    },
    x_too_long: {
      text: 'X takes {{limit}} characters and this has {{length}}.',
      fix: 'Cut {{over}}, or move the marked end to the next part of a thread.',
    },
    x_character: {
      text: 'The text holds a character that X does not take.',
      fix: 'Delete the marked place; it may show nothing.',
    },
    x_cashtags: {
      text: 'X takes one cashtag in a post made by an app and this has {{count}}.',
      fix: 'Keep the first and write the others without the dollar sign.',
    },
    x_starts_with_mention: {
      text: 'X treats a post that begins with {{mention}} as a reply and shows it to fewer people.',
      fix: 'Begin with another word to reach everybody.',
    },
    x_duplicate_part: {
      text: 'Parts {{first}} and {{second}} say the same. X refuses a text that was just posted.',
      fix: 'Change the wording of one of them.',
    },
    x_media_mix: {
      text: 'X shows up to four pictures, or one GIF, or one video in a post, not a mixture.',
      fix: 'Keep one kind here and move the rest to another part of the thread.',
    },
    x_too_many_images: {
      text: 'X takes {{limit}} pictures in a post and this has {{count}}.',
      fix: 'Move some to another part of the thread.',
    },
    x_image_type: {
      text: 'X does not take picture {{number}}, because it is {{type}}.',
      fix: 'Save it as JPEG, PNG, WebP or GIF.',
    },
    x_image_too_large: {
      text: 'Picture {{number}} has {{size}} MB and X takes {{limit}} MB.',
      fix: 'Save it smaller or as JPEG.',
    },
    x_gif_too_large: {
      text: 'The GIF has {{size}} MB and X takes {{limit}} MB.',
      fix: 'Shorten it, make it smaller, or save it as a video.',
    },
    x_gif_dimensions: {
      text: 'The GIF measures {{width}} x {{height}} and X takes {{maxWidth}} x {{maxHeight}}.',
      fix: 'Make it smaller, or save it as a video.',
    },
    x_video_type: {
      text: 'X does not take this video, because it is {{type}}.',
      fix: 'Save it as MP4 with H.264 and AAC.',
    },
    x_video_converted: {
      text: 'This video is {{type}}. X only promises to take MP4.',
      fix: 'Save it as MP4 with H.264 and AAC to be sure.',
    },
    x_video_too_large: {
      text: 'The video has {{size}} MB and X takes {{limit}} MB from most accounts.',
      fix: 'Shorten it or save it with a lower quality.',
    },
    x_video_too_small: {
      text: 'The video measures {{width}} x {{height}}; X wants at least {{side}} on each side.',
      fix: 'Use a larger video.',
    },
    x_video_aspect: {
      text: 'The video measures {{width}} x {{height}}; X wants no side longer than {{aspect}} times the other.',
      fix: 'Crop it.',
    },
    x_video_dimensions: {
      text: 'The video measures {{width}} x {{height}}. X promises to take up to {{longer}} x {{shorter}}.',
      fix: 'Save it smaller if X refuses it.',
    },
    x_video_alt_text: {
      text: 'X takes no alternative text for videos, so the one you wrote is not sent.',
      fix: 'Say what matters in the post, or add captions to the video.',
    },
    x_alt_text_too_long: {
      text: 'The alternative text of file {{number}} has {{length}} characters and X takes {{limit}}.',
      fix: 'Shorten it.',
    },
  },
  card: {
    facts: [
      'X charges for its API with prepaid credits; there is no free plan for new developers.',
      'A post costs $0.015, a post with a link $0.20, deleting one $0.01, an alternative text $0.005.',
      'Reading costs $0.005 for each post and $0.01 for each person; reading your own account costs $0.001 a post where you own the developer app.',
      'When the credits are used up X refuses everything until you add some. Posts that wait here go out then.',
      'An app may reply only to posts that mention or quote your account. Threads of your own work.',
      'Quoting, liking and following by an app need an Enterprise contract and are not offered here.',
      'A post made by an app may hold one cashtag.',
    ],
    guide: {
      account: {
        title: 'Open a developer account',
        text: 'Sign in at the developer console with the X account you want to post from and accept the terms. It takes a minute and nobody has to approve it.',
      },
      credits: {
        title: 'Add credits',
        text: 'Open Billing, then Credits, and add what you want to spend. You can set a spending limit there, and another one in the settings here.',
      },
      app: {
        title: 'Create an app',
        text: 'Open Apps and choose to create one. Any name will do; people see it under the posts only if they ask for the details.',
      },
      authentication: {
        title: 'Set up user authentication',
        text: 'In the app open the settings of User authentication. Choose the permission Read and write, and Native App as the type of app, so that no secret is needed.',
      },
      addresses: {
        title: 'Paste the addresses',
        text: 'Add these three as callback addresses, exactly as they stand here. The website may be any page of yours. Save.',
      },
      client: {
        title: 'Copy the client ID',
        text: 'X now shows the OAuth 2.0 client ID. Paste it below. Leave the secret empty for a Native App; a Web App has one and needs it here.',
      },
    },
  },
} as const;
