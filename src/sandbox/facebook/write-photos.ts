import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { inspect } from '../media/inspect.ts';
import { parametersOf } from '../meta/parameters.ts';
import { badParameter, graphError } from '../meta/problems.ts';
import type { Caller } from './gate.ts';
import { publishMedia } from './publish-media.ts';
import { accept } from './world.ts';
import type { FacebookWorld } from './world.ts';
import { refusedWriter } from './write-posts.ts';

const mostPhotoBytes = 10_000_000;
const photoTypes = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp', 'image/tiff']);

/** Keeps a photo that a post or a story will show. */
export async function takePhoto(world: FacebookWorld, exchange: Exchange, caller: Caller): Promise<Answer> {
  const refused = refusedWriter(exchange, caller);
  if (refused !== undefined) return refused;
  const { values, files } = await parametersOf(exchange);
  const { source } = files;
  if (source === undefined) return graphError({ code: 324, message: '(#324) Missing or invalid image file' });
  if (String(values['published']) !== 'false')
    return badParameter('Only unpublished photos are taken here; attach them to a post');
  const { bytes } = source;
  const inspected = inspect({
    size: bytes.length,
    read: (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
  });
  if (inspected === undefined || !photoTypes.has(inspected.mediaType) || bytes.length > mostPhotoBytes) {
    return graphError({
      code: 100,
      subcode: 1_366_046,
      message: '(#100) Invalid parameter',
      user: [
        "Can't Read Files",
        'Your photos couldn’t be uploaded. Photos should be smaller than 10 MB and saved as JPG or PNG.',
      ],
    });
  }
  const { mediaType, width, height } = inspected;
  const altText = values['alt_text_custom'];
  const id = world.state.nextId();
  world.files.put(id, bytes);
  accept(world, exchange, {
    operation: 'media.upload',
    account: caller.page.id,
    id,
    detail: {
      mediaType,
      width,
      height,
      altText: typeof altText === 'string' ? altText : null,
      temporary: String(values['temporary']) === 'true',
    },
  });
  return json(200, { id });
}

/** Shows a photo that was taken before as a story. */
export async function publishPhotoStory(
  world: FacebookWorld,
  exchange: Exchange,
  caller: Caller,
): Promise<Answer> {
  const refused = refusedWriter(exchange, caller);
  if (refused !== undefined) return refused;
  const { photo_id: photoId } = (await parametersOf(exchange)).values;
  const photo = world.state.photos.get(String(photoId));
  if (photo?.page !== caller.page.id || world.state.isUsed(photo.id))
    return badParameter('Invalid parameter: photo_id');
  const number = publishMedia(world, exchange, caller, {
    kind: 'photo_story',
    media: photo.id,
    text: '',
    title: null,
    scheduledFor: null,
    readyAt: 0,
  });
  return json(200, { success: true, post_id: number });
}
