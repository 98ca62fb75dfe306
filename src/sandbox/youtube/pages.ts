import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Route } from '../network.ts';
import { scene } from '../media/scene.ts';
import { html, page } from '../page.ts';
import { avatarPath } from '../people/avatar.ts';
import { gathered } from './metrics/growth.ts';
import { youtubePeople } from './people.ts';
import type { Video } from './state.ts';
import { privacyOf, waitsUntil } from './videos/audience.ts';
import type { YouTubeWorld } from './world.ts';

/** What a person may open in a browser: a video's page, its file, its thumbnail, a channel. */
export function pageRoutes(world: YouTubeWorld): readonly Route[] {
  const { state, files } = world;
  return [
    {
      method: 'GET',
      path: '/youtube/watch',
      operation: 'pages.post',
      handle: ({ query }) => {
        const video = state.video(query.get('v') ?? '');
        return video === undefined ? gone() : videoPage(world, video);
      },
    },
    {
      method: 'GET',
      path: '/youtube/thumbnails/:id',
      operation: 'pages.media',
      handle: ({ parameters }) => {
        const id = parameters.id ?? '';
        const own = state.thumbnail(id);
        return picture((own === undefined ? undefined : files.read(own)) ?? scene(id));
      },
    },
    {
      method: 'GET',
      path: '/youtube/files/:id',
      operation: 'pages.media',
      handle: ({ parameters }) => {
        const bytes = files.read(parameters.id ?? '');
        return bytes === undefined || state.madeBy(parameters.id ?? '') === undefined
          ? json(404, { error: 'There is no such file.' })
          : {
              status: 200,
              headers: { 'content-type': 'video/mp4', 'x-content-type-options': 'nosniff' },
              body: bytes,
            };
      },
    },
    {
      method: 'GET',
      path: '/youtube/channel/:id',
      operation: 'pages.channel',
      handle: ({ parameters }) => channelPage(world, parameters.id ?? ''),
    },
  ];
}

function picture(body: Uint8Array): Answer {
  const isPng = body[0] === 0x89;
  return { status: 200, headers: { 'content-type': isPng ? 'image/png' : 'image/jpeg' }, body };
}

function gone(): Answer {
  return page(
    404,
    'Not here',
    html`<h1>This video is not available</h1>
      <p>It was deleted or never was.</p>`,
  );
}

const audiences = {
  public: 'Everybody can see it',
  unlisted: 'Everybody with the link can see it',
  private: 'Only its channel can see it',
} as const;

function videoPage(world: YouTubeWorld, video: Video): Answer {
  const { state, now } = world;
  const channel = youtubePeople.known(video.channel);
  const { impressions, likes } = gathered(video, now());
  const { title, description } = video.resource.snippet;
  const waits = waitsUntil(video, now());
  return page(
    200,
    `${title} on YouTube`,
    html`<article class="card">
        <h1>${title}</h1>
        <figure><img src="/youtube/thumbnails/${video.id}" alt="The thumbnail of the video" /></figure>
        <div class="person">
          <img src="${avatarPath(channel)}" alt="" />
          <div><strong>${channel.name}</strong><br /><span class="quiet">@${channel.username}</span></div>
        </div>
        <p class="text">${description}</p>
        <p class="quiet small">
          ${audiences[privacyOf(video, now())]}.
          ${waits === null ? '' : `It will be public at ${new Date(waits).toUTCString()}.`}
        </p>
        <div class="numbers">
          <span><strong>${impressions.toLocaleString('en')}</strong> <span class="quiet">views</span></span>
          <span><strong>${likes.toLocaleString('en')}</strong> <span class="quiet">likes</span></span>
        </div>
        <h2>Comments</h2>
        ${state
          .commentsUnder(new Set([video.id]))
          .map(
            ({ author, text }) =>
              html`<p><strong>@${youtubePeople.known(author).username}</strong><br />${text}</p>`,
          )}
      </article>
      <p class="small"><a href="/">The practice network</a></p>`,
  );
}

function channelPage({ state, now }: YouTubeWorld, id: string): Answer {
  const channel = youtubePeople.byId(id);
  if (channel === undefined || !channel.hasChannel) return gone();
  const shown = state.videosOf(id).filter((video) => privacyOf(video, now()) === 'public');
  return page(
    200,
    `${channel.name} on YouTube`,
    html`<h1>${channel.name}</h1>
      <ul>
        ${shown.map(({ id, resource }) => html`<li><a href="/youtube/watch?v=${id}">${resource.snippet.title}</a></li>`)}
      </ul>`,
  );
}
