import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PublishPart, UploadSource } from '../publishing.ts';

const uploaded = z.object({ id: z.string().min(1) });

const timeoutMs = 120_000;

/**
 * Brings a picture to Facebook without publishing it (POST /{page}/photos, `published=false`) and answers its id. One for a
 * post that Facebook publishes later is marked as temporary, as Facebook demands.
 */
export const uploadPhoto = async (
  http: AccountHttp,
  { account, publishAt }: PublishPart,
  source: UploadSource,
  signal: AbortSignal,
): Promise<CallResult<string>> => {
  const bytes = await source.read(0, source.bytes);
  const altText = source.altText.trim();
  const result = await http.send(
    {
      operation: 'media.upload',
      endpoint: 'api',
      method: 'POST',
      path: `/${encodeURIComponent(account.remoteId)}/photos`,
      effect: 'upload',
      costMicros: 0,
      timeoutMs,
      body: {
        kind: 'multipart',
        fields: {
          published: 'false',
          ...(publishAt !== null && { temporary: 'true' }),
          ...(altText !== '' && { alt_text_custom: altText }),
        },
        file: { name: 'source', fileName: source.fileName, mimeType: source.mimeType, bytes },
      },
      answer: uploaded,
    },
    { signal },
  );
  return result.ok ? { ...result, data: result.data.id } : result;
};
