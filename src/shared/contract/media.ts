import { z } from 'zod';
import { mediaId } from '../models/ids.ts';
import { media } from '../models/media.ts';
import { nothing, procedure, scope } from './base.ts';

/** The bytes themselves come in by a streamed PUT to `/media` on the web host, or by path on the desktop. */
export const mediaContract = {
  list: procedure.route({ method: 'GET', path: '/media' }).input(scope).output(z.array(media)),
  get: procedure
    .route({ method: 'GET', path: '/media/{id}' })
    .input(scope.extend({ id: mediaId }))
    .output(media),
  /** Desktop and command line: takes a file of this machine into the library. */
  addFile: procedure
    .route({ method: 'POST', path: '/media' })
    .input(scope.extend({ path: z.string().min(1).max(4_000) }))
    .output(media),
  setAltText: procedure
    .route({ method: 'PATCH', path: '/media/{id}' })
    .input(scope.extend({ id: mediaId, altText: z.string().max(5_000) }))
    .output(media),
  /** Refused while a post that is not final uses it. */
  remove: procedure
    .route({ method: 'DELETE', path: '/media/{id}' })
    .input(scope.extend({ id: mediaId }))
    .output(nothing),
};
