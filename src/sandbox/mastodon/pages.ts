import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Route } from '../network.ts';
import { html, page } from '../page.ts';
import { avatarPath } from '../people/avatar.ts';
import { host, mastodonPeople } from './people.ts';
import type { Status } from './state.ts';
import { sumsOf } from './statuses/represent.ts';
import type { MastodonWorld } from './world.ts';

/** What a person may open in a browser: a post's page and its files. */
export function pageRoutes(world: MastodonWorld): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/mastodon/media/:id',
      operation: 'pages.media',
      handle: ({ parameters }) => {
        const medium = world.state.media.get(parameters['id'] ?? '');
        const body = medium === undefined ? undefined : world.files.read(medium.id);
        if (medium === undefined || body === undefined) return json(404, { error: 'Record not found' });
        return {
          status: 200,
          headers: { 'content-type': medium.mediaType, 'x-content-type-options': 'nosniff' },
          body,
        };
      },
    },
    {
      method: 'GET',
      path: '/mastodon/:handle/:id',
      operation: 'pages.post',
      handle: ({ parameters }) => {
        const status = world.state.status(parameters['id'] ?? '');
        return status === undefined ? notHere() : postPage(world, status);
      },
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

function postPage(world: MastodonWorld, status: Status): Answer {
  const author = mastodonPeople.known(status.author);
  const sums = sumsOf(status, world.now());
  const numbers: readonly (readonly [string, number])[] = [
    ['Favourites', sums.likes],
    ['Replies', world.state.repliesTo(status.id, world.now()).length],
    ['Boosts', sums.reposts],
  ];
  return page(
    200,
    `${author.name} on Mastodon`,
    html`<article class="card">
        <div class="person">
          <img src="${avatarPath(author)}" alt="" />
          <div>
            <strong>${author.name}</strong><br /><span class="quiet">@${author.username}@${host}</span>
          </div>
        </div>
        ${status.spoilerText === '' ? html`` : html`<p><strong>${status.spoilerText}</strong></p>`}
        <p class="text">${status.text}</p>
        ${status.media.map((id) => {
          const medium = world.state.media.get(id);
          const source = `/mastodon/media/${id}`;
          const alt = medium?.description ?? '';
          return html`<figure>
            ${medium?.kind === 'video' ? html`<video src="${source}" controls aria-label="${alt}"></video>` : html`<img src="${source}" alt="${alt}" />`}
          </figure>`;
        })}
        <p class="quiet small">
          <time datetime="${new Date(status.at).toISOString()}">${new Date(status.at).toUTCString()}</time>
          · ${status.visibility}
        </p>
        <div class="numbers">
          ${numbers.map(([name, count]) => html`<span><strong>${count.toLocaleString('en')}</strong> <span class="quiet">${name}</span></span>`)}
        </div>
      </article>
      <p class="small"><a href="/">The practice network</a></p>`,
  );
}
