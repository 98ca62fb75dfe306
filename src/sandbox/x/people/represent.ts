import { avatarPath } from '../../people/avatar.ts';
import type { Person } from './people.ts';
import { followersAt } from '../../growth/followers.ts';

/** What a person's answer depends on besides the person. */
export interface Portrait {
  readonly now: number;
  readonly baseUrl: string;
  /** How many posts the person has. */
  readonly posts: number;
  /** Whether the person asks about themself: some fields are for nobody else. */
  readonly own: boolean;
  readonly newNames: boolean;
}

/** A person as X answers: id, name and username always, the rest when it was asked for. */
export function personAnswer(
  person: Person,
  fields: ReadonlySet<string>,
  portrait: Portrait,
): Record<string, unknown> {
  const premium = person.subscription !== 'None';
  const all: Record<string, unknown> = {
    created_at: new Date(person.joinedAt).toISOString(),
    description: person.about,
    ...(person.location !== '' && { location: person.location }),
    profile_image_url: portrait.baseUrl + avatarPath(person),
    protected: false,
    verified: premium,
    verified_type: premium ? 'blue' : 'none',
    ...(portrait.own && { subscription_type: person.subscription }),
    public_metrics: {
      followers_count: followersAt(person, portrait.now),
      following_count: person.following,
      [portrait.newNames ? 'post_count' : 'tweet_count']: portrait.posts,
      listed_count: Math.round(person.followers / 90),
      like_count: person.following * 3,
      media_count: Math.round(portrait.posts / 3),
    },
  };
  const chosen = Object.entries(all).filter(([name]) => fields.has(name));
  return { id: person.id, name: person.name, username: person.username, ...Object.fromEntries(chosen) };
}
