import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { scene } from '../media/scene.ts';
import type { Route } from '../network.ts';
import { html, page } from '../page.ts';
import type { Html } from '../page.ts';
import { avatarPath } from '../people/avatar.ts';
import { facebookPages, nameOf } from './pages.ts';
import { commentsUntil, postPath, sumsOf } from './represent.ts';
import { appearsAt } from './state.ts';
import type { Post } from './state.ts';
import type { FacebookWorld } from './world.ts';

/** What a person may open in a browser: a Page, a post with its comments, and pictures. */
export function webRoutes(world: FacebookWorld): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/facebook/media/:id',
      operation: 'pages.media',
      handle: ({ parameters }) => mediaFile(world, parameters['id'] ?? ''),
    },
    {
      method: 'GET',
      path: '/facebook/:page',
      operation: 'pages.page',
      handle: ({ parameters }) => ownPage(world, parameters['page'] ?? ''),
    },
    {
      method: 'GET',
      path: '/facebook/:page/posts/:number',
      operation: 'pages.post',
      handle: ({ parameters }) => {
        const id = `${parameters['page'] ?? ''}_${parameters['number'] ?? ''}`;
        const post = world.state.post(id);
        return post === undefined || appearsAt(post) > world.now() ? notHere() : postPage(world, post);
      },
    },
  ];
}

function notHere(): Answer {
  return page(
    404,
    'Not here',
    html`<h1>This post does not exist</h1>
      <p>It was deleted, has not appeared yet, or never was.</p>`,
  );
}

function mediaFile(world: FacebookWorld, id: string): Answer {
  if (id.startsWith('scene-')) {
    return { status: 200, headers: { 'content-type': 'image/png' }, body: scene(id) };
  }
  const body = world.files.read(id);
  if (body === undefined) return json(404, { error: 'not here' });
  const type = world.state.photos.get(id)?.mediaType ?? 'video/mp4';
  return { status: 200, headers: { 'content-type': type, 'x-content-type-options': 'nosniff' }, body };
}

function ownPage(world: FacebookWorld, id: string): Answer {
  const owner = facebookPages.byId(id);
  if (owner === undefined) return notHere();
  const posts = world.state
    .postsBy(owner.id)
    .filter((post) => appearsAt(post) <= world.now() && !post.kind.endsWith('story'));
  return page(
    200,
    `${owner.name} on Facebook`,
    html`<div class="person">
        <img src="${avatarPath(owner)}" alt="" />
        <div>
          <h1>${owner.name}</h1>
          <span class="quiet">${owner.about}</span>
        </div>
      </div>
      ${posts.slice(0, 20).map(
        (post) =>
          html`<article class="card">
            <p class="text">${post.text}</p>
            <p class="small"><a href="${postPath(post.id)}">Open the post</a></p>
          </article>`,
      )}`,
  );
}

function postPage(world: FacebookWorld, post: Post): Answer {
  const author = facebookPages.known(post.author);
  const sums = sumsOf(world, post);
  const numbers: readonly (readonly [string, number])[] = [
    ['Views', sums.impressions],
    ['Reactions', sums.likes],
    ['Shares', sums.reposts + sums.quotes],
  ];
  return page(
    200,
    `${author.name} on Facebook`,
    html`<article class="card">
        <div class="person">
          <img src="${avatarPath(author)}" alt="" />
          <div><strong>${author.name}</strong></div>
        </div>
        <p class="text">${post.text}</p>
        ${post.link === null ? html`` : html`<p class="small">Preview of <a href="${post.link}">${post.link}</a></p>`}
        ${post.media.map((id) => figure(world, id))}
        <p class="quiet small">
          <time datetime="${new Date(appearsAt(post)).toISOString()}"
            >${new Date(appearsAt(post)).toUTCString()}</time
          >
        </p>
        <div class="numbers">
          ${numbers.map(([name, count]) => html`<span><strong>${count.toLocaleString('en')}</strong> <span class="quiet">${name}</span></span>`)}
        </div>
      </article>
      ${commentsUntil(world, post.id)
        .toReversed()
        .map(
          (comment) =>
            html`<article class="card">
              <strong>${nameOf(comment.author)}</strong>
              <p class="text">${comment.text}</p>
            </article>`,
        )}
      <p class="small"><a href="/">The practice network</a></p>`,
  );
}

function figure(world: FacebookWorld, id: string): Html {
  const source = `/facebook/media/${id}`;
  const alt = id.startsWith('scene-') ? 'A drawn scene' : (world.state.photos.get(id)?.altText ?? '');
  return world.state.videos.has(id)
    ? html`<figure><video src="${source}" controls></video></figure>`
    : html`<figure><img src="${source}" alt="${alt}" /></figure>`;
}
