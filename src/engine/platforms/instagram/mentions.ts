import type { PlatformApi } from '../platform.ts';

/**
 * The sign-in with Instagram lists no mentions: they come by webhooks alone, which a desktop has no address for. What people
 * write under own posts is in `comments`.
 */
export const mentions: PlatformApi['mentions'] = () =>
  Promise.resolve({ ok: true, data: [], status: 200, fromCache: true, readAt: 0 });
