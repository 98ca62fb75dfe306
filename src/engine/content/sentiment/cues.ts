/**
 * Small words that colour a post without being rated themselves, in groups that share a weight: complaints ask 'why' and
 * say 'should', news name days and months, plans say 'tomorrow'.
 */
const groups: Readonly<Record<string, string>> = {
  why: 'why how',
  even: 'even still again already',
  just: 'just only',
  should: "should shouldn't supposed must needs",
  would: "would could wouldn't couldn't",
  if: 'if',
  soon: 'tomorrow tonight today soon',
  past: 'yesterday last ago',
  day: 'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu thur thurs fri sat sun',
  month: `january february march april june july august september october november december jan feb apr jun jul aug sep
    sept oct nov dec may`,
  first_person: "i i'm im i've i'll i'd me my mine myself",
  second_person: "you u your ur you're y'all ya",
  we: "we us our we're let's lets",
  they: "they them their those these people they're everyone everybody",
  third_person: "he she him her his hers he's she's",
  was: 'was were had did been',
  will: "will going gonna i'll we'll you'll",
  want: 'want wanna wish need',
  get: 'get got getting gets',
  see: 'see seeing watch watching listening',
  go: 'go goes going come coming back off',
  first: 'first new next 1st 2nd 3rd',
  versus: 'vs v via by says said at',
  definite: 'the',
  indefinite: 'a an',
  think: 'think guess maybe probably know idea wonder wondering',
  question: 'who what when where',
  interjection: 'ok okay oh well yeah yep ya',
  because: 'because cause cuz since though tho but',
  ever: 'never always ever',
  so: 'so too very really such',
  all: 'all every everything',
  more: 'most more better best',
  thing: 'thing stuff this that',
  people: 'man bro dude guys girl boy',
  media: 'music movie song album video book show game season episode film',
  please: 'please pls let help check follow vote rt join',
  home: 'home house bed work school class sleep morning night weekend',
};

export const cueGroups: readonly string[] = Object.keys(groups);

/** The groups a lower-case word belongs to. */
export const cuesByWord: ReadonlyMap<string, readonly string[]> = Object.entries(groups).reduce(
  (byWord, [group, words]) => {
    for (const word of words.split(/\s+/)) byWord.set(word, [...(byWord.get(word) ?? []), group]);
    return byWord;
  },
  new Map<string, string[]>(),
);
