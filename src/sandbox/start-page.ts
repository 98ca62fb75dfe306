import type { PracticeClock } from './clock.ts';
import type { Network, Route } from './network.ts';
import { html, page } from './page.ts';

/** `GET /`: what this is, who lives here, and their newest posts. */
export function startPageRoute(networks: readonly Network[], clock: PracticeClock): Route {
  return {
    method: 'GET',
    path: '/',
    operation: 'pages.start',
    handle: () => {
      const inhabited = networks.map((network) => ({ network, people: network.list() }));
      const sections = inhabited
        .filter(({ people }) => people.length > 0)
        .map(
          ({ network, people }) =>
            html`<h2>${network.title}</h2>
              ${people.map(
                (person) =>
                  html`<section class="card" aria-label="${person.name}">
                    <div class="person">
                      <img src="${person.avatarPath}" alt="" />
                      <div>
                        <strong>${person.name}</strong> <span class="quiet">@${person.username}</span
                        ><br /><span class="quiet small">${person.about}</span>
                      </div>
                    </div>
                    <ul>
                      ${person.posts.map(
                        (post) =>
                          html`<li>
                            <a href="${post.path}">${post.text === '' ? '(picture)' : post.text}</a>
                            <span class="quiet small"
                              ><time datetime="${new Date(post.at).toISOString()}"
                                >${shown(post.at)}</time
                              ></span
                            >
                          </li>`,
                      )}
                    </ul>
                  </section>`,
              )}`,
        );
      return page(
        200,
        'Practice network',
        html`<h1>The practice network</h1>
          <p>
            This server plays the social networks on your own machine. The people below are made up, what you
            post stays here, and the numbers are invented but grow as real ones do.
          </p>
          <p class="quiet small">Practice time: ${shown(clock.now())} UTC</p>
          ${sections}`,
      );
    },
  };
}

function shown(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}
