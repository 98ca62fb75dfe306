/** Someone who lives on the practice network. */
export interface Person {
  /** The network's id, digits in a string. */
  readonly id: string;
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
  readonly subscription: 'None' | 'Basic' | 'Premium' | 'PremiumPlus';
  /** Hours that this person's readers are ahead of UTC. */
  readonly utcOffsetHours: number;
  /** The hours of the readers' day at which posts reach most. */
  readonly goodHours: readonly number[];
  /** The colour of the drawn picture, in degrees. */
  readonly hue: number;
}

/** The people whom a user can be: what the consent page offers. */
export const practicePeople: readonly Person[] = [
  {
    id: '1402719348201000101',
    username: 'mara_bakes',
    name: 'Mara Linden',
    about: 'Small bakery, long mornings. Sourdough, rye and honest prices.',
    location: 'Freiburg',
    joinedAt: Date.UTC(2021, 5, 9, 8, 12),
    followers: 1284,
    following: 312,
    followersADay: 1.6,
    subscription: 'None',
    utcOffsetHours: 1,
    goodHours: [7, 8, 12, 18],
    hue: 28,
  },
  {
    id: '1288554410921000202',
    username: 'harbourcoffee',
    name: 'Harbour Coffee',
    about: 'We roast on Tuesdays and Fridays and write about it on the other days.',
    location: 'Bristol',
    joinedAt: Date.UTC(2020, 6, 29, 16, 40),
    followers: 18_640,
    following: 804,
    followersADay: 14,
    subscription: 'Premium',
    utcOffsetHours: 0,
    goodHours: [9, 13, 16, 20],
    hue: 205,
  },
  {
    id: '1519880077123000303',
    username: 'tobi_repairs',
    name: 'Tobi Adeyemi',
    about: 'I mend bicycles and write down how, so that you can too.',
    location: 'Leeds',
    joinedAt: Date.UTC(2022, 3, 29, 11, 5),
    followers: 6120,
    following: 540,
    followersADay: 5,
    subscription: 'None',
    utcOffsetHours: 0,
    goodHours: [8, 17, 19, 21],
    hue: 280,
  },
];

function passerBy(index: number, username: string, name: string, followers: number): Person {
  return {
    id: `16000000${String(index).padStart(2, '0')}401000404`,
    username,
    name,
    about: 'Lives on the practice network.',
    location: '',
    joinedAt: Date.UTC(2022, 9, 1 + index, 9, 30),
    followers,
    following: 180 + index * 17,
    followersADay: 0.2,
    subscription: 'None',
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

/** Everybody. */
export const everyone: readonly Person[] = [...practicePeople, ...passersBy];

const byId = new Map(everyone.map((person) => [person.id, person]));
const byUsername = new Map(everyone.map((person) => [person.username.toLowerCase(), person]));

/** One of many who are there when a test needs them, and whom no page shows: `crowd_1` to `crowd_999`. */
function oneOfTheCrowd(number: number): Person {
  return {
    ...passerBy(number, `crowd_${number}`, `Crowd ${number}`, 100),
    id: `${crowdId}${String(number).padStart(3, '0')}`,
  };
}
const crowdId = '1700000000401000';

/** The person with this id. */
export function personById(id: string): Person | undefined {
  const number = id.startsWith(crowdId) ? Number(id.slice(crowdId.length)) : 0;
  return number > 0 && id.length === crowdId.length + 3 ? oneOfTheCrowd(number) : byId.get(id);
}

/** The person with this username, in any case of letters. */
export function personByUsername(username: string): Person | undefined {
  const number = /^crowd_([1-9]\d{0,2})$/i.exec(username)?.[1];
  return number === undefined ? byUsername.get(username.toLowerCase()) : oneOfTheCrowd(Number(number));
}

/** The person as whom someone signs in under this username: a practice person, or one of the crowd. */
export function personWhoSignsIn(username: string): Person | undefined {
  const person = personByUsername(username);
  return person !== undefined && passersBy.every(({ id }) => id !== person.id) ? person : undefined;
}

/** The person with this id, for ids that were checked before. */
export function knownPerson(id: string): Person {
  const person = personById(id);
  if (person === undefined) throw new Error(`Nobody has the id ${id}.`);
  return person;
}
