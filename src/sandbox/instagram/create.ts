import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { fetchMedium } from '../meta/containers/fetch-medium.ts';
import type { Call } from '../meta/containers/gate.ts';
import { badParameter, graphError } from '../meta/problems.ts';
import { ownsPath } from '../meta/containers/publish.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import { readyAt } from '../media/processing.ts';
import { createSchema } from './create-schema.ts';
import type { CreateRequest } from './create-schema.ts';
import { mediumRefusal, videoFailure } from './medium-rules.ts';

const mostContainers = 400;

/** `POST /:id/media`: makes a container. Media are fetched before the answer; videos are worked on after it. */
export async function createContainer(site: ContainerSite, call: Call): Promise<Answer> {
  if (!ownsPath(call)) return badParameter('The account of the path is not the one of the token.');
  const parsed = createSchema.safeParse(call.parameters);
  if (!parsed.success) return badParameter(z.prettifyError(parsed.error));
  const request = parsed.data;
  const refusal = refusalOf(site, call, request);
  if (refusal !== undefined) return refusal;
  const id = site.store.nextId('container', site.now());
  const address = request.image_url ?? request.video_url;
  const made = address === undefined ? nothingFetched : await take(site, call, request, id, address);
  if ('status' in made) return made;
  const { exchange, person, parameters } = call;
  site.store.apply(
    site.journal.append({
      network: 'instagram',
      operation: 'containers.create',
      account: person.id,
      id,
      text: request.caption ?? '',
      inReplyTo: null,
      media: address === undefined ? [] : [id],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail: {
        kind: request.media_type ?? 'IMAGE',
        readyAt: made.readyAt,
        failure: made.failure,
        children: request.children ?? [],
        fields: { ...parameters },
      },
    }),
  );
  return json(200, { id });
}

const nothingFetched = { readyAt: 0, failure: null };

async function take(
  site: ContainerSite,
  { exchange }: Call,
  request: CreateRequest,
  id: string,
  address: string,
): Promise<{ readyAt: number; failure: string | null } | Answer> {
  const fetched = await fetchMedium(address, exchange.gone);
  if (fetched === undefined)
    return graphError({
      code: 9004,
      subcode: 2_207_052,
      message: 'Only photo or video can be accepted as media type.',
      user: ['Practice', 'The media could not be fetched from this URI.'],
    });
  const { bytes, inspected } = fetched;
  const isVideo = request.video_url !== undefined;
  if (!isVideo) {
    const refusal = mediumRefusal(inspected, bytes.length, request.media_type === 'STORIES');
    if (refusal !== undefined) return refusal;
  }
  site.files.put(id, bytes);
  const failure = isVideo ? videoFailure(inspected, bytes.length, request.media_type) : null;
  const slow = exchange.bend.slowMediaMs;
  const ready =
    inspected === undefined ? site.now() + 2000 + slow : readyAt(inspected, bytes.length, slow, site.now());
  return { readyAt: ready, failure };
}

function refusalOf(site: ContainerSite, call: Call, request: CreateRequest): Answer | undefined {
  const { media_type: type, caption = '', image_url: image, video_url: video } = request;
  if (site.store.containersOf(call.person.id, site.now()) >= mostContainers)
    return graphError({ code: 4, message: '(#4) Too many containers in 24 hours.' });
  if (caption.length > 2200)
    return graphError({ code: 36_004, subcode: 2_207_010, message: 'The caption was too long.' });
  if ((caption.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0) > 30)
    return graphError({
      code: 36_004,
      subcode: 2_207_010,
      message: 'The caption has more than 30 hashtags.',
    });
  if ((caption.match(/(?<![\w.])@[\w.]+/g)?.length ?? 0) > 20)
    return graphError({ code: 100, subcode: 2_207_040, message: '(#100) Cannot use more than 20 tags.' });
  if (type === 'CAROUSEL') return carouselRefusal(site, call, request);
  if (request.children !== undefined) return badParameter('children is for carousels.');
  if ((image === undefined) === (video === undefined))
    return badParameter('One of image_url and video_url is required.');
  if ((type === 'REELS' || type === 'VIDEO') && video === undefined)
    return badParameter('The parameter video_url is required.');
  if (type === undefined && video !== undefined)
    return graphError({ code: 100, subcode: 2_207_023, message: '(#100) The media type VIDEO is unknown.' });
  if (type === 'VIDEO' && request.is_carousel_item !== true)
    return badParameter('VIDEO is for the items of a carousel; use REELS.');
  if (type === 'STORIES' && (request.caption ?? request.collaborators ?? request.alt_text) !== undefined)
    return badParameter('A story takes neither caption, collaborators nor alt_text.');
  if (request.alt_text !== undefined && image === undefined) return badParameter('alt_text is for images.');
  return undefined;
}

function carouselRefusal(site: ContainerSite, { person }: Call, request: CreateRequest): Answer | undefined {
  const children = (request.children ?? []).map((id) => site.store.container(id));
  if (children.length < 2 || children.length > 10)
    return graphError({ code: 100, subcode: 2_207_028, message: '(#100) A carousel takes 2 to 10 items.' });
  if (request.image_url !== undefined || request.video_url !== undefined)
    return badParameter('A carousel takes children alone.');
  for (const child of children) {
    if (child === undefined || child.account !== person.id || child.fields.is_carousel_item !== 'true')
      return graphError({ code: 24, subcode: 2_207_006, message: 'An item of the carousel was not found.' });
    const state = site.store.stateOf(child, site.now());
    if (state !== 'FINISHED')
      return graphError({ code: 9007, subcode: 2_207_027, message: 'An item of the carousel is not ready.' });
  }
  return undefined;
}
