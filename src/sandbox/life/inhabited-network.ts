import { followersAt } from '../growth/followers.ts';
import type { Journal } from '../journal.ts';
import type { Listed, Network } from '../network.ts';
import type { Grants } from '../oauth/grants.ts';
import { avatarPath } from '../people/avatar.ts';
import type { Inhabitant } from '../people/people.ts';
import type { Life } from './life.ts';

/** What a network with people in it says of itself; the rest is the same for all of them. */
export interface Inhabited<Resident extends Inhabitant> extends Pick<
  Network,
  'name' | 'title' | 'routes' | 'refusals' | 'identify'
> {
  /** `now` in practice milliseconds. */
  readonly world: { readonly journal: Journal; readonly now: () => number };
  readonly grants: Grants;
  readonly life: Life;
  /** What the clock brings besides life, such as publishing what was scheduled. */
  readonly bringDue?: () => void;
  /** Whom the start page lists. */
  readonly residents: readonly Resident[];
  /** How the start page names one; by default with the username. */
  readonly nameOf?: (resident: Resident) => string;
  /** Whose picture stands for one; by default the resident's own. */
  readonly picturedAs?: (resident: Resident) => Pick<Inhabitant, 'username'>;
  /** What those who follow are called here. By default `followers`. */
  readonly audience?: string;
  /** What one wrote, newest first. */
  readonly postsBy: (resident: Resident) => Listed['posts'];
}

const newest = 5;

/** Plays a network in which life goes on by the clock: before every request, what is due has happened. */
export function inhabitedNetwork<Resident extends Inhabitant>({
  world: { journal, now },
  grants,
  life,
  bringDue,
  residents,
  nameOf = ({ username }) => username,
  picturedAs = (resident) => resident,
  audience = 'followers',
  postsBy,
  ...network
}: Inhabited<Resident>): Network {
  let untouched = journal.of(network.name).length === 0;
  const catchUp = (): void => {
    bringDue?.();
    life.catchUp(now());
  };
  return {
    ...network,
    routes: network.routes.map((route) => ({
      ...route,
      handle: (exchange) => {
        catchUp();
        return route.handle(exchange);
      },
    })),
    clockMoved() {
      bringDue?.();
      untouched &&= journal.of(network.name).length === 0 && !grants.any;
      // Before anybody came, the invented past may follow the clock; afterwards it is history.
      if (untouched) life.beginAt(now());
    },
    list() {
      catchUp();
      return residents.map((resident) => ({
        name: resident.name,
        username: nameOf(resident),
        avatarPath: avatarPath(picturedAs(resident)),
        about: `${resident.about} ${followersAt(resident, now()).toLocaleString('en')} ${audience}.`,
        posts: postsBy(resident).slice(0, newest),
      }));
    },
    close() {
      life.close();
      grants.close();
    },
  };
}
