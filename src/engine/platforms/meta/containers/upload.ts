import type { PlatformApi } from '../../platform.ts';

/** Meta's networks with containers fetch media themselves (`Platform.uploadsInPublish`), so that nothing comes this way. */
export const nothingToUpload: PlatformApi['upload'] = () =>
  Promise.resolve({
    state: 'failed',
    failure: {
      code: 'platform_refused',
      reach: 'not_sent',
      retryAt: null,
      detail: 'The network fetches media by itself and takes no uploads.',
      status: null,
    },
  });
