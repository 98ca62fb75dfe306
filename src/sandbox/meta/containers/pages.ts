import type { Answer } from '../../exchange.ts';
import { scene } from '../../media/scene.ts';
import type { Route } from '../../network.ts';
import { html, page } from '../../page.ts';
import { avatarPath } from '../../people/avatar.ts';
import type { ContainerSite } from './site.ts';
import type { Post } from './store.ts';

/** What a person may open in a browser: a post by its code, and its pictures. */
export function pageRoutes(site: ContainerSite, paths: readonly string[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: `/${site.network}/files/:file`,
      operation: 'pages.media',
      handle: ({ parameters }) => file(site, parameters.file ?? ''),
    },
    ...paths.map((path): Route => ({
      method: 'GET',
      path: `/${site.network}${path}`,
      operation: 'pages.post',
      handle: ({ parameters }) => postPage(site, parameters.code ?? ''),
    })),
  ];
}

/** Where a medium is shown. */
export function filePath(site: Pick<ContainerSite, 'network'>, id: string): string {
  return `/${site.network}/files/${id}`;
}

function postPage(site: ContainerSite, code: string): Answer {
  const post = site.store.postByCode(code) ?? site.store.post(code);
  if (post === undefined)
    return page(
      404,
      'Not here',
      html`<h1>This post does not exist</h1>
        <p>It was deleted or never was.</p>`,
    );
  const author = site.people.known(post.author);
  return page(
    200,
    author.name,
    html`<article class="card">
      <div class="person">
        <img src="${avatarPath(author)}" alt="" />
        <div><strong>${author.name}</strong><br /><span class="quiet">@${author.username}</span></div>
      </div>
      <p class="text">${post.text}</p>
      ${post.media.map((id) => html`<figure><img src="${filePath(site, id)}" alt="${altOf(post)}" /></figure>`)}
      <p class="quiet small">
        <time datetime="${new Date(post.at).toISOString()}">${new Date(post.at).toUTCString()}</time>
      </p>
    </article>`,
  );
}

function altOf(post: Post): string {
  return post.fields.alt_text ?? '';
}

function file(site: ContainerSite, id: string): Answer {
  const isScene = id.startsWith('scene-');
  const bytes = isScene ? scene(id) : /^\d+$/.test(id) ? site.files.read(id) : undefined;
  if (bytes === undefined) return { status: 404, headers: {}, body: '' };
  return {
    status: 200,
    headers: {
      'content-type': isScene ? 'image/png' : 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    },
    body: bytes,
  };
}
