import type { Failure } from '../../../http/call.ts';
import { evidence } from '../../evidence.ts';
import { knownSubcodes } from '../known-errors.ts';

/** Words of Threads that blame neither the text nor the media. */
const unexplained = /\bUNKNOWN\b/;

/** Why a container came to nothing: the subcode is in Instagram's words, a name of the error is all that Threads says. */
export const failureOfContainer = (words: string): Failure => {
  const subcode = /\b(2207\d{3})\b/.exec(words)?.[1];
  const known = subcode === undefined ? undefined : knownSubcodes.get(Number(subcode));
  const code = known?.code ?? (words === '' || unexplained.test(words) ? 'unavailable' : 'media_invalid');
  return {
    code,
    reach: 'refused',
    retryAt: null,
    detail: words === '' ? 'The network could not prepare the post.' : evidence(words),
    status: null,
  };
};

/** Codes that say the network has no such container, or none that can be used; all others are about the question itself. */
const aboutTheContainer: ReadonlySet<Failure['code']> = new Set([
  'content_rejected',
  'media_invalid',
  'platform_refused',
]);

/** Whether a failed question means that the network does not know the container any more. */
export const isUnknownContainer = ({ code, reach }: Failure): boolean =>
  reach === 'refused' && aboutTheContainer.has(code);

/** It may be made anew. */
export const mayMakeAnew = (detail: string): Failure => ({
  code: 'unavailable',
  reach: 'refused',
  retryAt: null,
  detail,
  status: null,
});
