import type { Inhabitant } from '../people/people.ts';

/** Something that a network makes up: a post of the time before the user came, a mention, or an answer to a post. */
export interface Invented {
  readonly kind: 'past' | 'mention' | 'reply';
  readonly author: Inhabitant;
  /** Whom it is about: who is mentioned, whose post is answered; the author for a post of the past. */
  readonly about: Inhabitant;
  readonly at: number;
  /** In a mention `{name}` stands where the network writes the mentioned name its own way. */
  readonly text: string;
  /** 32 bits that always follow from what it is, for an id that is the same after a restart. */
  readonly seed: number;
  /** A picture goes with it. */
  readonly picture: boolean;
  /** The id of the post that it answers. */
  readonly replyTo: string | null;
}
