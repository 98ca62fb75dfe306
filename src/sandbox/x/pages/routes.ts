import type { Answer } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import { page, html } from '../../page.ts';
import { paint } from '../../picture.ts';
import { fraction } from '../../seeded.ts';
import { MediaFiles } from '../media/files.ts';
import { isScene } from '../media/represent.ts';
import { notFound } from '../problems.ts';
import type { XWorld } from '../world.ts';
import { postPage } from './post-page.ts';

/** What a person may open in a browser: a post's page and its pictures. */
export function pageRoutes(world: XWorld): readonly Route[] {
  const files = new MediaFiles(world.dataDirectory);
  const postOr404 = (id: string): Answer => {
    const post = world.state.post(id);
    if (post !== undefined) return postPage(world, post);
    return page(
      404,
      'Not here',
      html`<h1>This post does not exist</h1>
        <p>It was deleted or never was.</p>`,
    );
  };
  return [
    {
      method: 'GET',
      path: '/practice/media/:id',
      operation: 'pages.media',
      handle: ({ parameters }) => picture(world, files, parameters.id ?? ''),
    },
    {
      method: 'GET',
      path: '/practice/media/:id/preview',
      operation: 'pages.media',
      handle: ({ parameters }) => png(scene(parameters.id ?? '')),
    },
    {
      method: 'GET',
      path: '/i/web/status/:id',
      operation: 'pages.post',
      handle: ({ parameters }) => postOr404(parameters.id ?? ''),
    },
    {
      method: 'GET',
      path: '/:username/status/:id',
      operation: 'pages.post',
      handle: ({ parameters }) => postOr404(parameters.id ?? ''),
    },
  ];
}

function picture(world: XWorld, files: MediaFiles, id: string): Answer {
  if (isScene(id)) return png(scene(id));
  const medium = world.state.media.get(id);
  const bytes = medium === undefined ? undefined : files.read(id);
  if (medium === undefined || bytes === undefined) return notFound();
  return {
    status: 200,
    headers: { 'content-type': medium.mediaType, 'x-content-type-options': 'nosniff' },
    body: bytes,
  };
}

function png(body: Uint8Array): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' },
    body,
  };
}

/** Hills under a sky, in colours that follow from the name. */
function scene(name: string): Uint8Array {
  const hue = fraction('scene', name) * 360;
  const sun = { x: 0.2 + 0.6 * fraction('sun', name), y: 0.2 + 0.2 * fraction('height', name) };
  return paint(640, 400, (x, y) => {
    if (y > 0.72 + 0.08 * Math.sin(x * 9 + hue)) return { hue: hue + 140, saturation: 0.35, lightness: 0.3 };
    if (y > 0.6 + 0.1 * Math.sin(x * 5 + hue / 2))
      return { hue: hue + 120, saturation: 0.3, lightness: 0.45 };
    if (Math.hypot((x - sun.x) * 1.6, y - sun.y) < 0.09) return { hue: 48, saturation: 0.9, lightness: 0.75 };
    return { hue, saturation: 0.45, lightness: 0.7 + 0.2 * y };
  });
}
