import { empty } from '../exchange.ts';
import { html, page } from '../page.ts';
import type { Route } from '../network.ts';
import { avatarPath } from '../people/avatar.ts';
import { authorOf, ownerOf } from './people.ts';
import type { LinkedInWorld } from './world.ts';

/**
 * LinkedIn's own path, which the app shows as the address of a post: it leads to where the post is, on the network of
 * profiles or on that of pages.
 */
export function addressRoute(world: LinkedInWorld, other: string): Route {
  return {
    method: 'GET',
    path: '/feed/update/:urn/',
    operation: 'pages.post',
    handle: ({ parameters }) => {
      const urn = parameters.urn ?? '';
      const name = world.state.posts.has(urn) ? world.name : other;
      return empty(302, { location: `/${name}/feed/update/${urn}` });
    },
  };
}

/** What a person may open in a browser: a post with its comments, and its media. */
export function pageRoutes(world: LinkedInWorld): readonly Route[] {
  const show: Route['handle'] = ({ parameters }) => postPage(world, parameters.urn ?? '');
  return [
    { method: 'GET', path: '/linkedin/feed/update/:urn', operation: 'pages.post', handle: show },
    {
      method: 'GET',
      path: '/linkedin/media/:urn',
      operation: 'pages.media',
      handle: ({ parameters }) => {
        const medium = world.state.media.get(parameters.urn ?? '');
        const bytes = medium === undefined ? undefined : world.files.read(medium.file);
        if (medium === undefined || bytes === undefined) return missing();
        const headers = { 'content-type': medium.mediaType, 'x-content-type-options': 'nosniff' };
        return { status: 200, headers, body: bytes };
      },
    },
  ];
}

function missing(): ReturnType<typeof page> {
  return page(
    404,
    'Not here',
    html`<h1>This post does not exist</h1>
      <p>It was deleted or never was.</p>`,
  );
}

function postPage(world: LinkedInWorld, urn: string): ReturnType<typeof page> {
  const post = world.state.posts.get(urn);
  const author = post === undefined ? undefined : authorOf(post.author);
  if (post === undefined || author === undefined) return missing();
  const comments = world.state.commentsUnder(urn);
  return page(
    200,
    `${author.name} on LinkedIn`,
    html`<article class="card">
        <div class="person">
          <img src="${avatarPath(ownerOf(author))}" alt="" />
          <h1>${author.name}</h1>
        </div>
        <p class="text">${post.text}</p>
        ${post.media.map((id, index) => figure(world, id, post.altTexts[index] ?? ''))}
        ${
          post.article === null
            ? html``
            : html`<p>
                <a href="${post.article.source}">${post.article.title}</a><br /><span class="quiet"
                  >${post.article.description}</span
                >
              </p>`
        }
        <p class="quiet small">${new Date(post.at).toISOString().slice(0, 16).replace('T', ' ')} UTC</p>
      </article>
      <h2>${comments.length} comments</h2>
      ${comments.map(
        (comment) =>
          html`<section class="card">
            <strong>${authorOf(comment.author)?.name ?? 'Somebody'}</strong>
            <p class="text">${comment.text}</p>
          </section>`,
      )}`,
  );
}

function figure(world: LinkedInWorld, urn: string, altText: string): ReturnType<typeof html> {
  const path = `/${world.name}/media/${encodeURIComponent(urn)}`;
  return world.state.media.get(urn)?.kind === 'video'
    ? html`<figure><video src="${path}" controls></video></figure>`
    : html`<figure><img src="${path}" alt="${altText}" /></figure>`;
}
