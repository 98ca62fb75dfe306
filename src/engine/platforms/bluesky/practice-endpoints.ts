import type { Platform } from '../platform.ts';

/** Where the practice network plays Bluesky: its pages and an account's server under one path. */
export const practiceEndpoints: Platform['practiceEndpoints'] = (baseUrl) => ({
  authorize: `${baseUrl}/bluesky`,
  token: `${baseUrl}/bluesky`,
  revoke: `${baseUrl}/bluesky`,
  api: `${baseUrl}/bluesky`,
  upload: `${baseUrl}/bluesky`,
});
