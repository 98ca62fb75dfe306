import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Media } from '../../../../shared/models/media.ts';
import { useBoot } from '../../../boot-context.ts';
import { isAborted } from '../../../failure.ts';
import { useTellFailure } from '../../../parts/offer-undo.tsx';
import { useApi } from '../../../queries.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { upload } from '../../../parts/uploads/upload.ts';
import type { ConvertFault } from './convert-film.ts';

/** How far a conversion is. `saved`: on the desktop the new film is saved as a file, which the user then drops. */
export type FilmConversion =
  | { readonly kind: 'idle' | 'saved' }
  | { readonly kind: 'converting' | 'storing'; readonly share: number }
  | { readonly kind: 'refused'; readonly fault: ConvertFault };

/** Converts a film of the library in this window and adds the result to the library; the original stays. */
export function useFilmConversion(media: Media, onConverted: (converted: Media) => void) {
  const api = useApi();
  const queries = useQueryClient();
  const tell = useTellFailure();
  const { windowSecret, host } = useBoot();
  const { id: workspaceId } = useWorkspace();
  const [state, setState] = useState<FilmConversion>({ kind: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const store = async (file: File, signal: AbortSignal): Promise<void> => {
    if (host === 'desktop') {
      saveAs(file);
      setState({ kind: 'saved' });
      return;
    }
    const stored = await upload(file, {
      workspaceId,
      windowSecret,
      signal,
      onProgress: (share) => setState({ kind: 'storing', share }),
    });
    queries.setQueryData(api.media.get.queryKey({ input: { workspaceId, id: stored.id } }), stored);
    setState({ kind: 'idle' });
    onConverted(stored);
  };

  return {
    state,
    async convert(): Promise<void> {
      const stop = new AbortController();
      running.current = stop;
      setState({ kind: 'converting', share: 0 });
      try {
        const { convertFilm } = await import('./convert-film.ts');
        const result = await convertFilm({
          url: media.url,
          fileName: media.fileName,
          signal: stop.signal,
          onProgress: (share) => setState({ kind: 'converting', share }),
        });
        if (result.kind === 'refused') setState({ kind: 'refused', fault: result.fault });
        else if (result.kind === 'stopped') setState({ kind: 'idle' });
        else await store(result.file, stop.signal);
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
