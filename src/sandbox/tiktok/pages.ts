import type { Answer, Exchange } from '../exchange.ts';
import type { Route } from '../network.ts';
import { html, page } from '../page.ts';
import { avatarPath } from '../people/avatar.ts';
import { tiktokPeople } from './people/people.ts';
import { gathered } from './videos/growth.ts';
import type { TikTokWorld } from './world.ts';

/** What a person may open in a browser: a post's page and a profile. */
export function pageRoutes(world: TikTokWorld): readonly Route[] {
  const shows = (path: string, handle: (exchange: Exchange) => Answer): Route => ({
    method: 'GET',
    path,
    operation: 'pages.post',
    handle,
  });
  return [
    shows('/tiktok/:handle/video/:id', ({ parameters }) => postPage(world, parameters.id ?? '')),
    shows('/tiktok/:handle/photo/:id', ({ parameters }) => postPage(world, parameters.id ?? '')),
    shows('/tiktok/:handle', ({ parameters }) => profilePage((parameters.handle ?? '').replace(/^@/, ''))),
  ];
}

function notHere(): Answer {
  return page(404, 'Not here', html`<h1>There is nothing here</h1>`);
}

function postPage(world: TikTokWorld, id: string): Answer {
  const post = world.state.post(id);
  if (post === undefined) return notHere();
  const author = tiktokPeople.known(post.author);
  const sums = gathered(post, world.now());
  return page(
    200,
    `${author.name} on TikTok`,
    html`<article class="card">
        <div class="person">
          <img src="${avatarPath(author)}" alt="" />
          <div><strong>${author.name}</strong><br /><span class="quiet">@${author.username}</span></div>
        </div>
        <p class="text">${post.text}</p>
        <p class="quiet small">
          ${post.kind === 'video' ? 'A video' : 'Photos'} · ${new Date(post.at).toUTCString()}
        </p>
        <div class="numbers">
          <span
            ><strong>${sums.impressions.toLocaleString('en')}</strong> <span class="quiet">Views</span></span
          >
          <span><strong>${sums.likes.toLocaleString('en')}</strong> <span class="quiet">Likes</span></span>
        </div>
      </article>
      <p class="small"><a href="/">The practice network</a></p>`,
  );
}

function profilePage(username: string): Answer {
  const person = tiktokPeople.byUsername(username);
  if (person === undefined) return notHere();
  return page(
    200,
    `${person.name} on TikTok`,
    html`<h1>${person.name}</h1>
      <p>@${person.username}</p>
      <p>${person.about}</p>`,
  );
}
