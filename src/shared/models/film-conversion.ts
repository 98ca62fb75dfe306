import { z } from 'zod';
import { media } from './media.ts';

/**
 * Why a film was not converted. `no_program`: nothing on this machine can; `no_space`: the disk is too full for a second
 * film; `cannot_read`: what came of it was no film, or had lost its sound; `failed`: it stopped before its end.
 */
const filmFault = z.enum(['no_program', 'no_space', 'cannot_read', 'failed']);
export type FilmFault = z.infer<typeof filmFault>;

/** How far a conversion is. It ends with `done` or `refused`; who stops listening stops it. */
export const filmConversion = z.discriminatedUnion('kind', [
  /** Share of the film that is done, 0 to 1. */
  z.object({ kind: z.literal('converting'), share: z.number() }),
  z.object({ kind: z.literal('done'), media }),
  z.object({ kind: z.literal('refused'), fault: filmFault }),
]);
export type FilmConversion = z.infer<typeof filmConversion>;

/** What the MP4 of a film is called. */
export const convertedFilmName = (fileName: string): string =>
  `${fileName.replace(/\.[^.]*$/, '')} (H.264).mp4`;
