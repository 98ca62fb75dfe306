import type { Media } from '../../../shared/models/media.ts';
import { windowHeader } from '../../client.ts';

/** Why a file was not taken, in the host's words. */
export class UploadError extends Error {
  readonly fix: string | null;

  constructor(message: string, fix: string | null) {
    super(message);
    this.name = 'UploadError';
    this.fix = fix;
  }
}

interface UploadOptions {
  readonly workspaceId: string;
  readonly windowSecret: string;
  /** The medium that the file was made from; its content stays beside it. */
  readonly madeFrom?: Media['id'];
  readonly signal: AbortSignal;
  /** Share of the file that has left, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const isMedia = (value: unknown): value is Media =>
  typeof field(value, 'id') === 'string' && typeof field(value, 'url') === 'string';

const refusal = (body: unknown): UploadError => {
  const data = field(body, 'data');
  const message = field(data, 'message') ?? field(body, 'message');
  const fix = field(data, 'fix');
  return new UploadError(typeof message === 'string' ? message : '', typeof fix === 'string' ? fix : null);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Streams a file into the library. An XMLHttpRequest, since fetch does not tell how much of a body has left. */
export function upload(
  file: File,
  { workspaceId, windowSecret, madeFrom, signal, onProgress }: UploadOptions,
): Promise<Media> {
  const { promise, resolve, reject } = Promise.withResolvers<Media>();
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ name: file.name || 'picture.png', workspaceId });
  if (madeFrom !== undefined) query.set('madeFrom', madeFrom);
  request.open('PUT', `/media?${query.toString()}`);
  request.setRequestHeader(windowHeader, windowSecret);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total > 0 ? loaded / total : 0),
  );
  request.addEventListener('load', () => {
    const body = parse(request.responseText);
    if (request.status < 300 && isMedia(body)) resolve(body);
    else reject(refusal(body));
  });
  request.addEventListener('error', () => reject(new TypeError('The host did not answer')));
  request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')));
  signal.addEventListener('abort', () => request.abort());
  request.send(file);
  return promise;
}
