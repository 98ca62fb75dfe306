import type { Answer } from '../../exchange.ts';
import { html, page } from '../../page.ts';
import type { Html } from '../../page.ts';
import { isScene, mediaPath } from '../media/represent.ts';
import { gathered } from '../metrics/growth.ts';
import { avatarPath } from '../../people/avatar.ts';
import { xPeople } from '../people/people.ts';
import type { Post } from '../state.ts';
import { findEntities } from '../text/entities.ts';
import type { XWorld } from '../world.ts';

/** A post's own page: the text, the pictures with their alternative texts, and the numbers so far. */
export function postPage(world: XWorld, post: Post): Answer {
  const author = xPeople.known(post.author);
  const sums = gathered(post, world.now());
  const replies = world.state.repliesUntil(post.id, world.now());
  const target = post.replyTo === null ? undefined : world.state.post(post.replyTo);
  const numbers: readonly (readonly [string, number])[] = [
    ['Views', sums.impressions],
    ['Likes', sums.likes],
    ['Replies', replies],
    ['Reposts', sums.reposts],
    ['Bookmarks', sums.bookmarks],
  ];
  return page(
    200,
    `${author.name} on X`,
    html`<article class="card">
        <div class="person">
          <img src="${avatarPath(author)}" alt="" />
          <div><strong>${author.name}</strong><br /><span class="quiet">@${author.username}</span></div>
        </div>
        ${target === undefined ? html`` : html`<p class="small quiet">In reply to <a href="/${xPeople.known(target.author).username}/status/${target.id}">a post of @${xPeople.known(target.author).username}</a></p>`}
        <p class="text">${linked(post.text)}</p>
        ${post.media.map((id) => figure(world, id))}
        ${
          post.poll === null
            ? html``
            : html`<ul>
                ${post.poll.options.map((option) => html`<li>${option}</li>`)}
              </ul>`
        }
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

function figure(world: XWorld, id: string): Html {
  const medium = world.state.media.get(id);
  const alt = isScene(id) ? 'A drawn scene' : (world.state.altText(id) ?? '');
  const source = mediaPath(id);
  const shown =
    medium?.kind === 'video'
      ? html`<video src="${source}" controls aria-label="${alt}"></video>`
      : html`<img src="${source}" alt="${alt}" />`;
  return html`<figure>
    ${shown}${alt === '' ? html`` : html`<figcaption class="quiet small">${alt}</figcaption>`}
  </figure>`;
}

function linked(text: string): readonly Html[] {
  const pieces: Html[] = [];
  let from = 0;
  for (const { kind, start, end, value } of findEntities(text)) {
    if (kind !== 'url') continue;
    const address = /^https?:/i.test(value) ? value : `http://${value}`;
    pieces.push(html`${text.slice(from, start)}<a href="${address}" rel="noreferrer">${value}</a>`);
    from = end;
  }
  pieces.push(html`${text.slice(from)}`);
  return pieces;
}
