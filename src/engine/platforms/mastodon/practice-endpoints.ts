import type { Platform } from '../platform.ts';
import { endpointsAt } from './server.ts';

/** Where the practice network plays a server of Mastodon's kind. */
export const practiceEndpoints: Platform['practiceEndpoints'] = (baseUrl) =>
  endpointsAt(`${baseUrl}/mastodon`);
