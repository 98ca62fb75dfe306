/** Someone who lives on the practice network, on every network that it plays. */
export interface Person {
  readonly username: string;
  readonly name: string;
  readonly about: string;
  readonly location: string;
  readonly joinedAt: number;
  /** Followers when the practice network was first started; they drift from there. */
  readonly followers: number;
  readonly following: number;
  /** New followers a day, on average. */
  readonly followersADay: number;
  /** Hours that this person's readers are ahead of UTC. */
  readonly utcOffsetHours: number;
  /** The hours of the readers' day at which posts reach most. */
  readonly goodHours: readonly number[];
  /** The colour of the drawn picture, in degrees. */
  readonly hue: number;
}

/** A person on one network, which has ids of its own; a network may add what only it knows. */
export interface Inhabitant extends Person {
  readonly id: string;
}

/** The people whom a user can be: what every consent page offers. */
export const practicePeople: readonly [Person, Person, Person] = [
  {
    username: 'mara_bakes',
    name: 'Mara Linden',
    about: 'Small bakery, long mornings. Sourdough, rye and honest prices.',
    location: 'Freiburg',
    joinedAt: Date.UTC(2021, 5, 9, 8, 12),
    followers: 1284,
    following: 312,
    followersADay: 1.6,
    utcOffsetHours: 1,
    goodHours: [7, 8, 12, 18],
    hue: 28,
  },
  {
    username: 'harbourcoffee',
    name: 'Harbour Coffee',
    about: 'We roast on Tuesdays and Fridays and write about it on the other days.',
    location: 'Bristol',
    joinedAt: Date.UTC(2020, 6, 29, 16, 40),
    followers: 18_640,
    following: 804,
    followersADay: 14,
    utcOffsetHours: 0,
    goodHours: [8, 9, 10],
    hue: 205,
  },
  {
    username: 'tobi_repairs',
    name: 'Tobi Adeyemi',
    about: 'I mend bicycles and write down how, so that you can too.',
    location: 'Leeds',
    joinedAt: Date.UTC(2022, 3, 29, 11, 5),
    followers: 6120,
    following: 540,
    followersADay: 5,
    utcOffsetHours: 0,
    goodHours: [8, 17, 19, 21],
    hue: 280,
  },
];

function passerBy(index: number, username: string, name: string, followers: number): Person {
  return {
    username,
    name,
    about: 'Lives on the practice network.',
    location: '',
    joinedAt: Date.UTC(2022, 9, 1 + index, 9, 30),
    followers,
    following: 180 + index * 17,
    followersADay: 0.2,
    utcOffsetHours: 0,
    goodHours: [9, 13, 18, 21],
    hue: index * 36,
  };
}

/** Those who answer and mention; nobody can sign in as one of them. */
export const passersBy: readonly Person[] = [
  passerBy(1, 'ines_on_foot', 'Ines Duarte', 410),
  passerBy(2, 'quietjonas', 'Jonas Weber', 220),
  passerBy(3, 'priya_notes', 'Priya Raman', 1930),
  passerBy(4, 'oldmill_lane', 'Old Mill Lane', 655),
  passerBy(5, 'sam_goes_south', 'Sam Whitlock', 148),
  passerBy(6, 'lena_k_writes', 'Lena Kowalska', 2710),
  passerBy(7, 'northshed', 'North Shed', 96),
  passerBy(8, 'amara_reads', 'Amara Obi', 830),
  passerBy(9, 'felix_by_bike', 'Felix Brandt', 512),
  passerBy(10, 'ruth_and_rye', 'Ruth Hale', 374),
];

/** Many who are there when a test needs them, and whom no page shows: `crowd_1` to `crowd_999`. */
export const crowd: readonly Person[] = Array.from({ length: 999 }, (_, index) =>
  passerBy(index + 1, `crowd_${index + 1}`, `Crowd ${index + 1}`, 100),
);
