import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { filmConversion } from '../models/film-conversion.ts';
import { mediaId, postId } from '../models/ids.ts';
import { media } from '../models/media.ts';
import { nothing, procedure, scope } from './base.ts';

const folder = z.string().trim().max(80);
const tag = z.string().trim().min(1).max(60);
const shelf = z.array(z.object({ name: z.string(), count: z.int() }));

/** The bytes themselves come in by a streamed PUT to `/media` on the web host, or by path on the desktop. */
export const mediaContract = {
  list: procedure
    .route({ method: 'GET', path: '/media' })
    .input(
      scope.extend({
        folder: folder.optional(),
        tag: tag.optional(),
        /** Words in the file's name, the alternative text or a tag. */
        query: z.string().trim().min(1).max(200).optional(),
        /** Only what no post shows, nor ever did. */
        unused: z.boolean().default(false),
      }),
    )
    .output(z.array(media)),
  /** Folders and tags in use, with how many media each has. */
  shelves: procedure
    .route({ method: 'GET', path: '/media/shelves' })
    .input(scope)
    .output(z.object({ folders: shelf, tags: shelf })),
  get: procedure
    .route({ method: 'GET', path: '/media/{id}' })
    .input(scope.extend({ id: mediaId }))
    .output(media),
  /** Desktop and command line: takes a file of this machine into the library. */
  addFile: procedure
    .route({ method: 'POST', path: '/media' })
    .input(scope.extend({ path: z.string().min(1).max(4_000) }))
    .output(media),
  /** The program of this machine that converts films; null where none is installed that can. */
  converter: procedure
    .route({ method: 'GET', path: '/media/converter', summary: 'Whether ffmpeg is installed' })
    .input(nothing)
    .output(z.object({ ffmpeg: z.object({ version: z.string(), path: z.string() }).nullable() })),
  /**
   * Makes an MP4 with H.264 and AAC of a film by an installed ffmpeg; the original stays. Tells how far it is until it
   * ends; a film that was converted before answers at once.
   */
  convert: procedure
    .route({ method: 'POST', path: '/media/{id}/convert', summary: 'Convert a film with ffmpeg' })
    .input(scope.extend({ id: mediaId }))
    .output(eventIterator(filmConversion)),
  /** Posts that show it, the newest first. */
  uses: procedure
    .route({ method: 'GET', path: '/media/{id}/uses' })
    .input(scope.extend({ id: mediaId }))
    .output(z.array(postId)),
  /** What is not given stays. */
  update: procedure
    .route({ method: 'PATCH', path: '/media/{id}' })
    .input(
      scope.extend({
        id: mediaId,
        altText: z.string().max(5_000).optional(),
        folder: folder.optional(),
        tags: z.array(tag).max(30).optional(),
        /** Send it with what the camera noted of place and time. */
        sentAsIs: z.boolean().optional(),
      }),
    )
    .output(media),
  /** Removes those of them that no post shows, nor ever did; the others stay. */
  removeUnused: procedure
    .route({ method: 'POST', path: '/media/remove-unused' })
    .input(scope.extend({ ids: z.array(mediaId).min(1).max(1_000) }))
    .output(z.object({ removed: z.int() })),
  /** Refused while a post that is not final uses it. */
  remove: procedure
    .route({ method: 'DELETE', path: '/media/{id}' })
    .input(scope.extend({ id: mediaId }))
    .output(nothing),
};
