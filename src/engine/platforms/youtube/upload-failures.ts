import type { Failure } from '../../http/call.ts';

const notSent = { reach: 'not_sent', retryAt: null, status: null } as const;

/** A post without a video, which the rules have said before. */
export const noVideo: Failure = { ...notSent, code: 'media_invalid', detail: 'The post has no video.' };

export const shortFile: Failure = {
  ...notSent,
  code: 'media_invalid',
  detail: 'The file is shorter than it was.',
};

/** What was staged is not there. */
export const noSession: Failure = {
  ...notSent,
  code: 'unavailable',
  detail: 'There is no upload to complete.',
};

/** Google answered that some of the last bytes are missing: there is no video yet. */
export const notComplete: Failure = {
  code: 'unavailable',
  reach: 'refused',
  retryAt: null,
  detail: 'YouTube did not take all of the file.',
  status: 308,
};
