import type { PlatformApi } from '../platform.ts';

/** TikTok has no media apart from their post (`uploadsInPublish`), so that there is nothing to bring there before. */
export const upload: PlatformApi['upload'] = () =>
  Promise.resolve({
    state: 'failed',
    failure: {
      code: 'platform_refused',
      reach: 'not_sent',
      retryAt: null,
      detail: 'TikTok takes media with their post only.',
      status: null,
    },
  });
