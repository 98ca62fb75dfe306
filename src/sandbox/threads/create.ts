import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { readyAt } from '../media/processing.ts';
import type { Inspected } from '../media/inspected.ts';
import { fetchMedium } from '../meta/containers/fetch-medium.ts';
import type { Call } from '../meta/containers/gate.ts';
import { badParameter, graphError } from '../meta/problems.ts';
import { ownsPath } from '../meta/containers/publish.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import { lengthOf, linksIn } from './length.ts';

/** What `POST /:id/threads` takes. Publishing in one step is not played: nobody could settle it. */
const createSchema = z.strictObject({
  media_type: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'CAROUSEL']),
  text: z.string().optional(),
  image_url: z.url().optional(),
  video_url: z.url().optional(),
  alt_text: z.string().max(1000).optional(),
  is_carousel_item: z.enum(['true', 'false']).optional(),
  children: z
    .string()
    .transform((list) => list.split(','))
    .optional(),
  reply_to_id: z.string().optional(),
  reply_control: z
    .enum(['everyone', 'accounts_you_follow', 'mentioned_only', 'parent_post_author_only', 'followers_only'])
    .optional(),
  topic_tag: z
    .string()
    .min(1)
    .max(50)
    .regex(/^[^.&]+$/)
    .optional(),
  link_attachment: z.url().optional(),
  quote_post_id: z.string().optional(),
});
type CreateRequest = z.infer<typeof createSchema>;

/** `POST /:id/threads`: makes a container. Words are ready at once. */
export async function createContainer(site: ContainerSite, call: Call): Promise<Answer> {
  if (!ownsPath(call)) return badParameter('The account of the path is not the one of the token.');
  const parsed = createSchema.safeParse(call.parameters);
  if (!parsed.success) return badParameter(z.prettifyError(parsed.error));
  const request = parsed.data;
  const refusal = refusalOf(site, call, request);
  if (refusal !== undefined) return refusal;
  const { exchange, person, parameters } = call;
  const id = site.store.nextId('container', site.now());
  const address = request.image_url ?? request.video_url;
  const made =
    address === undefined ? { readyAt: 0, failure: null } : await take(site, call, request, id, address);
  if ('status' in made) return made;
  site.store.apply(
    site.journal.append({
      network: 'threads',
      operation: 'containers.create',
      account: person.id,
      id,
      text: request.text ?? '',
      inReplyTo: request.reply_to_id ?? null,
      media: address === undefined ? [] : [id],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail: {
        kind: request.media_type,
        readyAt: made.readyAt,
        failure: made.failure,
        children: request.children ?? [],
        fields: { ...parameters },
      },
    }),
  );
  return json(200, { id });
}

async function take(
  site: ContainerSite,
  { exchange }: Call,
  request: CreateRequest,
  id: string,
  address: string,
): Promise<{ readyAt: number; failure: string | null } | Answer> {
  const isVideo = request.media_type === 'VIDEO';
  const slow = exchange.bend.slowMediaMs;
  const fetched = await fetchMedium(address, exchange.gone);
  if (fetched === undefined)
    return isVideo
      ? { readyAt: site.now() + 2000 + slow, failure: 'FAILED_DOWNLOADING_VIDEO' }
      : graphError({
          code: 9004,
          subcode: 2_207_052,
          type: 'THApiException',
          message: 'The media could not be fetched from this URI.',
        });
  const { bytes, inspected } = fetched;
  if (!isVideo && !['image/jpeg', 'image/png'].includes(inspected?.mediaType ?? ''))
    return graphError({ code: 36_001, subcode: 2_207_005, message: 'The image format is not supported.' });
  if (!isVideo && bytes.length > 8 * 1_048_576)
    return graphError({ code: 36_000, subcode: 2_207_004, message: 'The image is too large.' });
  site.files.put(id, bytes);
  const ready =
    inspected === undefined ? site.now() + 2000 + slow : readyAt(inspected, bytes.length, slow, site.now());
  return { readyAt: ready, failure: isVideo ? videoFailure(inspected) : null };
}

function videoFailure(inspected: Inspected | undefined): string | null {
  if (inspected?.kind !== 'video' || !inspected.playable) return 'FAILED_PROCESSING_VIDEO';
  return (inspected.durationMs ?? 0) > 300_000 ? 'INVALID_DURATION' : null;
}

function refusalOf(site: ContainerSite, { person }: Call, request: CreateRequest): Answer | undefined {
  const { media_type: type, text = '', image_url: image, video_url: video, children } = request;
  if (lengthOf(text) > 500) return threadsRefusal('Param text must be at most 500 characters long.');
  if (linksIn(text, request.link_attachment) > 5) return threadsRefusal('THREADS_API__LINK_LIMIT_EXCEEDED');
  if (request.reply_to_id !== undefined && site.store.post(request.reply_to_id) === undefined)
    return graphError({
      code: 24,
      subcode: 4_279_009,
      type: 'THApiException',
      message: 'The requested resource does not exist',
      user: ['Practice', 'The media could not be found.'],
    });
  if (type !== 'TEXT' && request.link_attachment !== undefined)
    return badParameter('link_attachment is for posts of words alone.');
  if (type !== 'CAROUSEL' && children !== undefined) return badParameter('children is for carousels.');
  switch (type) {
    case 'TEXT':
      if (image !== undefined || video !== undefined) return badParameter('TEXT takes no media.');
      return text.trim() === '' ? badParameter('The parameter text is required') : undefined;
    case 'IMAGE':
      return image === undefined ? badParameter('The parameter image_url is required') : undefined;
    case 'VIDEO':
      return video === undefined ? badParameter('The parameter video_url is required') : undefined;
    case 'CAROUSEL':
      return carouselRefusal(site, person.id, children ?? []);
  }
}

function carouselRefusal(site: ContainerSite, account: string, ids: readonly string[]): Answer | undefined {
  if (ids.length < 2 || ids.length > 20) return threadsRefusal('A carousel takes 2 to 20 items.');
  for (const id of ids) {
    const child = site.store.container(id);
    if (child === undefined || child.account !== account || child.fields.is_carousel_item !== 'true')
      return badParameter(`Unknown item ${id}.`);
    if (site.store.stateOf(child, site.now()) !== 'FINISHED')
      return graphError({ code: 9007, subcode: 2_207_027, message: 'An item of the carousel is not ready.' });
  }
  return undefined;
}

function threadsRefusal(message: string): Answer {
  return graphError({ code: 100, type: 'THApiException', message });
}
