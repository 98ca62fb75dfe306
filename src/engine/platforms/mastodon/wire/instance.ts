import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../../http/call.ts';
import { usualLimits } from '../limits.ts';
import type { ServerLimits } from '../limits.ts';

/** A server as it describes itself. */
export interface Instance {
  readonly host: string;
  /** As it writes it, such as `4.5.2` or `2.7.2 (compatible; Pleroma 2.6.0)`. */
  readonly version: string;
  readonly limits: ServerLimits;
}

const number = z.number().positive().nullish().catch(null);
const configuration = z
  .object({
    statuses: z
      .object({
        max_characters: number,
        max_media_attachments: number,
        characters_reserved_per_url: z.number().nonnegative().nullish().catch(null),
      })
      .nullish()
      .catch(null),
    media_attachments: z
      .object({
        supported_mime_types: z.array(z.string()).nullish().catch(null),
        description_limit: number,
        image_size_limit: number,
        image_matrix_limit: number,
        video_size_limit: number,
        video_frame_rate_limit: number,
      })
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);

const fields = {
  version: z.string().min(1),
  configuration,
  /** Where servers of other kinds that allow more say so. */
  max_toot_chars: number,
  api_versions: z.object({ mastodon: z.int().nonnegative() }).nullish().catch(null),
};
const second = z.object({ domain: z.string().min(1), ...fields });
const first = z.object({ uri: z.string().min(1), ...fields });

/** Either form in which a server describes itself: `/api/v2/instance`, or `/api/v1/instance` of older ones. */
export const instance = z.union([
  second.transform((said) => instanceOf(said.domain, said)),
  first.transform((said) => instanceOf(said.uri.replace(/^https?:\/\//, '').replace(/\/.*$/, ''), said)),
]);

const instanceOf = (host: string, said: z.infer<z.ZodObject<typeof fields>>): Instance => {
  const statuses = said.configuration?.statuses;
  const media = said.configuration?.media_attachments;
  return {
    host,
    version: said.version,
    limits: {
      characters: Math.floor(statuses?.max_characters ?? said.max_toot_chars ?? usualLimits.characters),
      perUrl: Math.floor(statuses?.characters_reserved_per_url ?? usualLimits.perUrl),
      media: Math.floor(statuses?.max_media_attachments ?? usualLimits.media),
      description: Math.floor(media?.description_limit ?? usualLimits.description),
      imageBytes: Math.floor(media?.image_size_limit ?? usualLimits.imageBytes),
      videoBytes: Math.floor(media?.video_size_limit ?? usualLimits.videoBytes),
      imagePixels: Math.floor(media?.image_matrix_limit ?? usualLimits.imagePixels),
      videoFrameRate: Math.floor(media?.video_frame_rate_limit ?? usualLimits.videoFrameRate),
      types: media?.supported_mime_types ?? usualLimits.types,
      api: said.api_versions?.mastodon ?? 0,
    },
  };
};

/** A server's own rules change seldom; an hour. */
const knownForMs = 3_600_000;

/** Asks the server for its rules, in the newer form and then in the older one. */
export const readInstance = async (http: AccountHttp): Promise<CallResult<Instance>> => {
  const ask = (path: string): Promise<CallResult<Instance>> =>
    http.send({
      operation: 'server.describe',
      endpoint: 'api',
      method: 'GET',
      path,
      effect: 'read',
      costMicros: 0,
      cacheMs: knownForMs,
      answer: instance,
    });
  const newer = await ask('/api/v2/instance');
  return newer.ok || newer.failure.status !== 404 ? newer : ask('/api/v1/instance');
};
