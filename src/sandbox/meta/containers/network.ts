import { inhabitedNetwork } from '../../life/inhabited-network.ts';
import { MediaFiles } from '../../media/files.ts';
import type { Network, Route, World } from '../../network.ts';
import { Apps } from '../../oauth/apps.ts';
import { Codes } from '../../oauth/codes.ts';
import { Grants } from '../../oauth/grants.ts';
import type { Directory } from '../../people/directory.ts';
import type { Inhabitant } from '../../people/people.ts';
import { metaConsentRoutes } from './consent.ts';
import { guarded, meterOf, rateLimited, sessionEnded, tokenOf } from './gate.ts';
import type { Endpoint } from './gate.ts';
import { limitReached } from '../problems.ts';
import { growingOf, lifeOfSite } from './life.ts';
import { pageRoutes } from './pages.ts';
import type { ContainerSite } from './site.ts';
import { ContainerStore } from './store.ts';
import type { Post } from './store.ts';
import { codeLifeMs, metaHabits } from '../tokens.ts';
import { tokenRoutes } from './tokens.ts';
import type { TokenDesk } from './tokens.ts';

/** What makes one of the two networks. */
export interface ContainerNetworkRules {
  readonly network: 'instagram' | 'threads';
  readonly title: string;
  readonly hue: number;
  readonly version: string;
  readonly tokenPrefix: string;
  readonly kind: TokenDesk['kind'];
  readonly tokenAnswer: TokenDesk['answer'];
  readonly people: Directory<Inhabitant>;
  readonly about: (person: Inhabitant) => string;
  readonly scopeWords: Readonly<Record<string, string>>;
  readonly basicScope: string;
  /** Whether there are posts of words alone. */
  readonly words: boolean;
  /** Where posts are looked at, behind the network's name; with `:code`. */
  readonly pages: readonly string[];
  readonly pathOf: (post: Post, author: Inhabitant) => string;
  readonly endpoints: (site: ContainerSite) => readonly Endpoint[];
}

/** Builds one of Meta's two networks with containers. */
export function createContainerNetwork(world: World, rules: ContainerNetworkRules): Network {
  const { dataDirectory, clock, journal, baseUrl } = world;
  const { network, people } = rules;
  const now = (): number => clock.now();
  const apps = new Apps(dataDirectory, network);
  const codes = new Codes(codeLifeMs);
  const grants = new Grants(dataDirectory, network, metaHabits(rules.tokenPrefix));
  const store = new ContainerStore((post) => life.expectReplies(growingOf(post), post.author));
  const life = lifeOfSite({ dataDirectory, network, people, store, words: rules.words, now: now() });
  const files = new MediaFiles(dataDirectory, network);
  const site: ContainerSite = { network, people, store, journal, files, grants, now, baseUrl };
  const meter = meterOf(network);
  for (const entry of journal.of(network)) store.apply(entry);

  const { title, hue, scopeWords, basicScope: basic, about, kind, tokenAnswer: answer } = rules;
  const routes: Route[] = [
    ...metaConsentRoutes({ network, title, hue, scopeWords, basic, people, about, apps, codes, now }),
    ...tokenRoutes({ network, apps, codes, grants, now, kind, answer }),
    ...pageRoutes(site, rules.pages),
    ...guarded(site, meter, rules.version, rules.endpoints(site)),
  ];

  return inhabitedNetwork({
    world: site,
    grants,
    life,
    name: network,
    title,
    routes,
    refusals: {
      rateLimited: (resetAt) => rateLimited(site, meter, resetAt),
      tokenRevoked: (exchange) => {
        grants.revoke(tokenOf(exchange));
        return sessionEnded();
      },
      // Nothing costs money here; the app's own limit is the nearest.
      creditsDepleted: () => limitReached(4),
    },
    identify(exchange) {
      const grant = grants.find(tokenOf(exchange), now());
      return grant?.account ? people.byId(grant.account) : undefined;
    },
    residents: people.practicePeople,
    postsBy: (person) =>
      store
        .posts((post) => post.author === person.id && post.kind !== 'COMMENT')
        .map((post) => ({ path: rules.pathOf(post, person), text: post.text, at: post.at })),
  });
}
