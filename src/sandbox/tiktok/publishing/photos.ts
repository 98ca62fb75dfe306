import { jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { accepted, invalidParam, refused, scopeMissing } from '../api/answers.ts';
import type { Caller } from '../api/gate.ts';
import type { TikTokWorld } from '../world.ts';
import { audienceRefusal, begun, draftRefusal } from './begin.ts';
import { complete } from './complete.ts';
import { photoFailure } from './inspect.ts';
import { photosSchema } from './schemas.ts';

/** `POST /v2/post/publish/content/init/`: photos, which are fetched before it is known what becomes of them. */
export async function publishPhotos(
  world: TikTokWorld,
  exchange: Exchange,
  { person, grant }: Caller,
): Promise<Answer> {
  const parsed = photosSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return invalidParam(parsed.error.issues[0]?.message ?? '');
  const { post_mode: mode, post_info: info, source_info: source } = parsed.data;
  const isDirect = mode === 'DIRECT_POST';
  if (!grant.scopes.includes(isDirect ? 'video.publish' : 'video.upload')) return scopeMissing();
  if (source.photo_cover_index >= source.photo_images.length) return invalidParam('photo_cover_index');
  const { verifiedPrefixes } = world.switches.now;
  const isVerified = (url: string): boolean =>
    verifiedPrefixes === null || verifiedPrefixes.some((prefix) => url.startsWith(prefix));
  if (!source.photo_images.every(isVerified)) {
    return refused(403, 'url_ownership_unverified', 'Please review our URL ownership verification rules.');
  }
  const no = isDirect ? audienceRefusal(world, person, info) : draftRefusal(world, person);
  if (no !== undefined) return no;
  const fetched = await Promise.all(source.photo_images.map(fetchPhoto));
  const id = begun(world, exchange, person, 'p_pub_url~v2', {
    mode: isDirect ? 'direct' : 'inbox',
    kind: 'photos',
    privacy: isDirect ? (info.privacy_level ?? null) : null,
    text: info.description === '' ? info.title : info.description,
    token: '',
    bytes: 0,
    chunkBytes: 0,
    chunks: 0,
  });
  const media = fetched.flatMap((photo, index) => {
    if (photo === null) return [];
    world.files.put(`${id}-${index}`, photo);
    return [`${id}-${index}`];
  });
  const failures = fetched.map((photo) => (photo === null ? 'photo_pull_failed' : photoFailure(photo)));
  const publication = world.state.publications.get(id);
  if (publication !== undefined) {
    const failure = failures.find((reason) => reason !== null) ?? null;
    complete(world, exchange, publication, { failure, media });
  }
  return accepted({ publish_id: id });
}

/** Only from this machine: practice asks nobody else. Redirects are not followed, as TikTok does not. */
async function fetchPhoto(address: string): Promise<Uint8Array | null> {
  if (!['127.0.0.1', 'localhost'].includes(new URL(address).hostname)) return null;
  try {
    const response = await fetch(address, { redirect: 'error' });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
