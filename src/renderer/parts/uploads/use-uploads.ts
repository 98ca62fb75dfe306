import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Media } from '../../../shared/models/media.ts';
import { useBoot } from '../../boot-context.ts';
import { describeFailure, isAborted } from '../../failure.ts';
import { useApi, useClient } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { UploadError, upload } from './upload.ts';

/** A file on its way into the library. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly share: number;
}

/** Takes files into the library and hands each over as it arrives. */
export function useUploads(onAdded: (media: Media) => void) {
  const t = useWords();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { windowSecret } = useBoot();
  const { id: workspaceId } = useWorkspace();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  const send = (file: File, key: string, signal: AbortSignal): Promise<Media> => {
    if (window.ocmaDesktop) {
      const path = window.ocmaDesktop.pathForFile(file);
      // What comes from the clipboard has no path, and bytes do not cross the port.
      if (!path)
        return Promise.reject(new UploadError(t('compose.media.noFile'), t('compose.media.noFileFix')));
      return client.media.addFile({ workspaceId, path }, { signal });
    }
    const onProgress = (share: number): void =>
      setUploads((all) => all.map((one) => (one.key === key ? { ...one, share } : one)));
    return upload(file, { workspaceId, windowSecret, signal, onProgress });
  };

  const add = async (key: string, file: File, stop: AbortController): Promise<void> => {
    try {
      stop.signal.throwIfAborted();
      const media = await send(file, key, stop.signal);
      queries.setQueryData(api.media.get.queryKey({ input: { workspaceId, id: media.id } }), media);
      onAdded(media);
    } catch (error) {
      if (isAborted(error)) return;
      const failure =
        error instanceof UploadError
          ? {
              message: error.message || t('compose.media.refused'),
              fix: error.fix ?? t('compose.media.refusedFix'),
            }
          : describeFailure(error, t);
      notifications.show({
        color: 'red',
        autoClose: 12_000,
        title: `${file.name}: ${failure.message}`,
        message: failure.fix ?? '',
        closeButtonProps: { 'aria-label': t('shell.close') },
      });
    } finally {
      stops.current.delete(key);
      setUploads((all) => all.filter((one) => one.key !== key));
    }
  };

  return {
    uploads,
    /** Takes files one after another, so that they stand in the order they were chosen in. */
    addFiles: async (files: Iterable<File>): Promise<void> => {
      const waiting = [...files].map((file) => ({
        key: crypto.randomUUID(),
        file,
        stop: new AbortController(),
      }));
      setUploads((all) => [...all, ...waiting.map(({ key, file }) => ({ key, name: file.name, share: 0 }))]);
      for (const { key, stop } of waiting) stops.current.set(key, stop);
      for (const { key, file, stop } of waiting) await add(key, file, stop);
    },
    stop: (key: string) => stops.current.get(key)?.abort(),
  };
}
