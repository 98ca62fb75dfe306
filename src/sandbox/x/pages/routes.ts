import type { Answer } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import { page, html } from '../../page.ts';
import { scene } from '../../media/scene.ts';
import { MediaFiles } from '../../media/files.ts';
import { isScene } from '../media/represent.ts';
import { notFound } from '../problems.ts';
import type { XWorld } from '../world.ts';
import { postPage } from './post-page.ts';

/** What a person may open in a browser: a post's page and its pictures. */
export function pageRoutes(world: XWorld): readonly Route[] {
  const files = new MediaFiles(world.dataDirectory, 'x');
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
