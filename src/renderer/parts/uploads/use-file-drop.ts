import { useEffect, useEffectEvent, useState } from 'react';

/** The pictures and videos that were pasted or dropped. */
export const filesOf = (data: DataTransfer): File[] =>
  [...data.files].filter(
    // Not every system knows the types that phones write.
    ({ type, name }) => /^(?:image|video)\//.test(type) || /\.(?:hei[cf]s?|mov|mp4|m4v)$/i.test(name),
  );

/** Takes files dropped on an element; `over` is true while files are held above it. Null takes none. */
export function useFileDrop(onFiles: ((files: File[]) => void) | null) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [over, setOver] = useState(false);
  const take = useEffectEvent((event: DragEvent) => {
    const data = event.dataTransfer;
    if (!onFiles || !data?.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') onFiles(filesOf(data));
  });
  useEffect(() => {
    if (!place) return undefined;
    const move = (event: DragEvent): void => take(event);
    const leave = (): void => setOver(false);
    place.addEventListener('dragover', move);
    place.addEventListener('drop', move);
    place.addEventListener('dragleave', leave);
    return () => {
      place.removeEventListener('dragover', move);
      place.removeEventListener('drop', move);
      place.removeEventListener('dragleave', leave);
    };
  }, [place]);
  return { place: setPlace, over };
}
