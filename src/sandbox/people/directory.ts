import { crowd, passersBy, practicePeople } from './people.ts';
import type { Inhabitant, Person } from './people.ts';

/** Which of the three groups somebody is of, and which one of it, from 1. */
export interface Place {
  readonly group: 'practice' | 'passer_by' | 'crowd';
  readonly number: number;
}

/** Everybody as one network knows them: by the ids that it gives, and by username. */
export class Directory<Member extends Inhabitant> {
  /** Whom a user can be. */
  readonly practicePeople: readonly Member[];
  /** Those who answer and mention. */
  readonly passersBy: readonly Member[];
  readonly #crowd: readonly Member[];
  readonly #byId: ReadonlyMap<string, Member>;
  readonly #byUsername: ReadonlyMap<string, Member>;

  /** `settle` makes a network's member of a person: it adds the id and what only that network knows. */
  constructor(settle: (person: Person, place: Place) => Member) {
    const group = (people: readonly Person[], name: Place['group']): Member[] =>
      people.map((person, index) => settle(person, { group: name, number: index + 1 }));
    this.practicePeople = group(practicePeople, 'practice');
    this.passersBy = group(passersBy, 'passer_by');
    this.#crowd = group(crowd, 'crowd');
    const everyone = [...this.practicePeople, ...this.passersBy, ...this.#crowd];
    this.#byId = new Map(everyone.map((member) => [member.id, member]));
    this.#byUsername = new Map(everyone.map((member) => [member.username.toLowerCase(), member]));
  }

  /** The member with this id. */
  byId(id: string): Member | undefined {
    return this.#byId.get(id);
  }

  /** The member with this username, in any case of letters. */
  byUsername(username: string): Member | undefined {
    return this.#byUsername.get(username.toLowerCase());
  }

  /** The member as whom someone signs in under this username: a practice person, or one of the crowd. */
  whoSignsIn(username: string): Member | undefined {
    const member = this.byUsername(username);
    return member !== undefined && !this.passersBy.includes(member) ? member : undefined;
  }

  /** The member with this id, for ids that were checked before; throws when there is none. */
  known(id: string): Member {
    const member = this.byId(id);
    if (member === undefined) throw new Error(`Nobody has the id ${id}.`);
    return member;
  }
}
