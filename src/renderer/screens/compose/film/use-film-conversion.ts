import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FilmFault } from '../../../../shared/models/film-conversion.ts';
import type { Media } from '../../../../shared/models/media.ts';
import { useBoot } from '../../../boot-context.ts';
import { isAborted } from '../../../failure.ts';
import { useTellFailure } from '../../../parts/offer-undo.tsx';
import { useApi, useClient } from '../../../queries.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { upload } from '../../../parts/uploads/upload.ts';
import { convertByProgram } from './convert-by-program.ts';
import type { ConvertFault } from './convert-film.ts';

/** Why neither the window nor a program has converted the film. `ffmpeg`: it could not either. */
type FilmTrouble = ConvertFault | 'no_space' | 'ffmpeg';

/** How far a conversion is. `byProgram`: ffmpeg is at it; `saved`: the desktop's window saved it as a file to be dropped. */
export type FilmConversion =
  | { readonly kind: 'idle' | 'saved' }
  | { readonly kind: 'converting' | 'byProgram' | 'storing'; readonly share: number }
  | { readonly kind: 'refused'; readonly trouble: FilmTrouble; readonly canInstall: boolean };

/**
 * Converts a film of the library, in this window or, where the window cannot, by the ffmpeg of the machine. The result is
 * added to the library; the original stays.
 */
export function useFilmConversion(media: Media, onConverted: (converted: Media) => void) {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const tell = useTellFailure();
  const { windowSecret, host } = useBoot();
  const { id: workspaceId } = useWorkspace();
  const [state, setState] = useState<FilmConversion>({ kind: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const take = (made: Media): void => {
    queries.setQueryData(api.media.get.queryKey({ input: { workspaceId, id: made.id } }), made);
    setState({ kind: 'idle' });
    onConverted(made);
  };

  const store = async (file: File, signal: AbortSignal): Promise<void> => {
    if (host === 'desktop') {
      saveAs(file);
      setState({ kind: 'saved' });
      return;
    }
    setState({ kind: 'storing', share: 0 });
    const onProgress = (share: number): void => setState({ kind: 'storing', share });
    take(await upload(file, { workspaceId, windowSecret, madeFrom: media.id, signal, onProgress }));
  };

  /** Null where it is settled. */
  const byProgram = async (signal: AbortSignal): Promise<FilmFault | null> => {
    const result = await convertByProgram(client, media, {
      signal,
      onProgress: (share) => setState({ kind: 'byProgram', share }),
    });
    if (result.kind === 'refused') return result.fault;
    if (result.kind === 'done') take(result.media);
    else setState({ kind: 'idle' });
    return null;
  };

  const inWindow = async (signal: AbortSignal): Promise<ConvertFault | null> => {
    setState({ kind: 'converting', share: 0 });
    const { convertFilm } = await import('./convert-film.ts');
    const result = await convertFilm({
      url: media.url,
      fileName: media.fileName,
      signal,
      onProgress: (share) => setState({ kind: 'converting', share }),
    });
    if (result.kind === 'refused') return result.fault;
    if (result.kind === 'done') await store(result.file, signal);
    else setState({ kind: 'idle' });
    return null;
  };

  const eitherWay = async (signal: AbortSignal): Promise<void> => {
    // The desktop's window cannot hand its result over, ffmpeg's stands in its place by itself.
    const first = host === 'desktop' ? await byProgram(signal) : null;
    if (host === 'desktop' && first === null) return;
    const fault = await inWindow(signal);
    if (fault === null) return;
    const program = first ?? (await byProgram(signal));
    if (program !== null) setState({ kind: 'refused', ...troubleOf(fault, program) });
  };

  return {
    state,
    async convert(): Promise<void> {
      const stop = new AbortController();
      running.current = stop;
      try {
        await eitherWay(stop.signal);
      } catch (error) {
        setState({ kind: 'idle' });
        if (!isAborted(error)) tell(error);
      }
    },
    stop: () => running.current?.abort(),
  };
}

/** Offers the file for saving: bytes do not cross to the desktop's engine. */
function saveAs(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What is said once both ways have failed: the window's reason, unless there is a program that has one of its own. */
function troubleOf(
  fault: ConvertFault,
  program: FilmFault,
): { readonly trouble: FilmTrouble; readonly canInstall: boolean } {
  switch (program) {
    case 'no_program':
      return { trouble: fault, canInstall: true };
    case 'no_space':
      return { trouble: 'no_space', canInstall: false };
    case 'cannot_read':
    case 'failed':
      return { trouble: 'ffmpeg', canInstall: false };
  }
}
