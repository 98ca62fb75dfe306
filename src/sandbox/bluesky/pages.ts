import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Route } from '../network.ts';
import { html, page } from '../page.ts';
import type { Html } from '../page.ts';
import { avatarPath } from '../people/avatar.ts';
import { appPasswordOf, blueskyPeople, personNamed } from './people.ts';
import { filesOf } from './repo/post-schema.ts';
import { posts, uriOf } from './state.ts';
import type { Post } from './state.ts';
import { sumsOf } from './views/growing.ts';
import type { BlueskyWorld } from './world.ts';

/** What a person may open in a browser: a post, its files, and the passwords for apps. */
export function pageRoutes(world: BlueskyWorld): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/bluesky/profile/:actor/post/:key',
      operation: 'pages.post',
      handle: ({ parameters }) => {
        const author = personNamed(parameters['actor'] ?? '')?.id ?? '';
        const post = world.state.post(uriOf({ author, collection: posts, key: parameters['key'] ?? '' }));
        return post === undefined ? notHere() : postPage(world, post);
      },
    },
    {
      method: 'GET',
      path: '/bluesky/media/:cid',
      operation: 'pages.media',
      handle: ({ parameters }) => {
        const file = world.state.file(parameters['cid'] ?? '');
        const body = file === undefined ? undefined : world.files.read(file.cid);
        if (file === undefined || body === undefined)
          return json(404, { error: 'BlobNotFound', message: '' });
        return {
          status: 200,
          headers: { 'content-type': file.mimeType, 'x-content-type-options': 'nosniff' },
          body,
        };
      },
    },
    {
      method: 'GET',
      path: '/bluesky/settings/app-passwords',
      operation: 'pages.passwords',
      handle: passwordsPage,
    },
  ];
}

function notHere(): Answer {
  return page(
    404,
    'Not here',
    html`<h1>This post does not exist</h1>
      <p>It was deleted or never was.</p>`,
  );
}

function passwordsPage(): Answer {
  return page(
    200,
    'App passwords',
    html`<h1>App passwords on Bluesky, for practice</h1>
      <p>Choose whom to be and paste handle and password into the app.</p>
      ${blueskyPeople.practicePeople.map(
        (person) =>
          html`<section class="card">
            <div class="person">
              <img src="${avatarPath(person)}" alt="" />
              <div>
                <strong>${person.name}</strong><br /><code>${person.handle}</code><br /><code
                  >${appPasswordOf(person.username)}</code
                >
              </div>
            </div>
          </section>`,
      )}`,
  );
}

function postPage(world: BlueskyWorld, post: Post): Answer {
  const author = blueskyPeople.known(post.author);
  const sums = sumsOf(post, world.now());
  const numbers: readonly (readonly [string, number])[] = [
    ['Likes', sums.likes],
    ['Replies', world.state.repliesUntil(uriOf(post), world.now())],
    ['Reposts', sums.reposts],
    ['Quotes', sums.quotes],
  ];
  const gate = world.state.record(uriOf({ ...post, collection: 'app.bsky.feed.threadgate' }));
  return page(
    200,
    `${author.name} on Bluesky`,
    html`<article class="card">
        <div class="person">
          <img src="${avatarPath(author)}" alt="" />
          <div><strong>${author.name}</strong><br /><span class="quiet">@${author.handle}</span></div>
        </div>
        <p class="text">${post.record.text}</p>
        ${embedOf(post)}
        ${gate === undefined ? html`` : html`<p class="quiet small">Replies are limited.</p>`}
        <p class="quiet small">
          <time datetime="${new Date(post.at).toISOString()}">${new Date(post.at).toUTCString()}</time>
        </p>
        <div class="numbers">
          ${numbers.map(([name, count]) => html`<span><strong>${count.toLocaleString('en')}</strong> <span class="quiet">${name}</span></span>`)}
        </div>
      </article>
      <p class="small"><a href="/">The practice network</a></p>`,
  );
}

function embedOf({ record }: Post): readonly Html[] {
  const { embed } = record;
  if (embed?.$type === 'app.bsky.embed.external') {
    const { uri, title, description } = embed.external;
    return [html`<p class="card"><a href="${uri}" rel="noreferrer">${title}</a><br />${description}</p>`];
  }
  const alts =
    embed?.$type === 'app.bsky.embed.images'
      ? embed.images.map(({ alt }) => alt)
      : embed?.$type === 'app.bsky.embed.video'
        ? [embed.alt ?? '']
        : [];
  return filesOf(record).map(({ blob }, index) => {
    const source = `/bluesky/media/${blob.ref.$link}`;
    const alt = alts[index] ?? '';
    return html`<figure>
      ${blob.mimeType.startsWith('video/') ? html`<video src="${source}" controls aria-label="${alt}"></video>` : html`<img src="${source}" alt="${alt}" />`}
    </figure>`;
  });
}
