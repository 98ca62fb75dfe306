import { tableFaults } from './table-faults.ts';

/** What the engine says of the rows of an imported table: `text` says what is wrong or worth knowing, `fix` what to do. */
export const importWords = {
  noTextColumn: {
    text: 'There is no column called text. The first line reads: {{found}}.',
    fix: 'Name the columns in the first line, and call the one with the posts text.',
  },
  repeatedColumn: {
    text: 'The column {{name}} is there twice.',
    fix: 'Delete or rename one of the two.',
  },
  noFirstComment: {
    text: '{{platform}} takes no first comment from OCMA, so it is left out there.',
    fix: 'Nothing to do, unless the comment matters.',
  },
  extraColumn: {
    text: 'OCMA has no use for the column {{name}} and leaves it out.',
    fix: 'Nothing to do, unless the name is a slip.',
  },
  tooManyRows: {
    text: 'The table has {{rows}} rows; one import takes {{most}}.',
    fix: 'Split it into several files.',
  },
  ...tableFaults,
  empty: { text: 'The text of this row is empty.', fix: 'Write something, or name a picture or video.' },
  tooLong: {
    text: 'The text has more than {{most}} characters.',
    fix: 'Shorten it, or close a quotation mark.',
  },
  sameText: {
    text: 'Line {{line}} says the same to the same account. Networks refuse the same text twice.',
    fix: 'Change a few words, unless this is meant.',
  },
  rule: {
    text: 'Breaks a planning rule: {{rule}}',
    fix: 'It goes out then all the same. Choose another time where you do not want that.',
  },
  badLink: {
    text: '“{{link}}” is not a web address.',
    fix: 'Write it whole, from https on.',
  },
  unreadableDate: {
    text: '“{{date}}” cannot be read as a date and time.',
    fix: 'Write it as 2027-01-31 09:30, or with an offset as 2027-01-31T09:30:00+01:00.',
  },
  unknownZone: {
    text: 'The time zone “{{zone}}” is not known here.',
    fix: 'Use a name such as Europe/Berlin or America/New_York.',
  },
  past: {
    text: 'The time {{date}} has passed, so this row becomes a draft.',
    fix: 'Write a later time, or schedule the draft afterwards.',
  },
  noSlot: {
    text: 'No posting slot is left for this row.',
    fix: 'Add slots in Settings, give the row a date, or choose another way for rows without one.',
  },
  unknownAccount: {
    text: 'No account here is called “{{name}}”.',
    fix: 'Use one of: {{known}}.',
  },
  ambiguousAccount: {
    text: 'Several accounts are called “{{name}}”.',
    fix: 'Name the network too: {{known}}.',
  },
  noAccountNamed: {
    text: 'This row names no account, and there are several.',
    fix: 'Name one in the column accounts, or choose accounts for the whole file: {{known}}.',
  },
  noAccounts: {
    text: 'No account is connected that this row could go to.',
    fix: 'Connect an account first.',
  },
  notConnected: {
    text: '{{account}} is not connected any more.',
    fix: 'Connect it again under Accounts, or name another.',
  },
  unknownMedia: {
    text: 'There is no file called “{{name}}” in the library.',
    fix: 'Add it to the library first, or write its whole path on this machine.',
  },
  badFile: { text: '{{reason}}', fix: 'Correct the path, or use another file.' },
  tooManyAltTexts: {
    text: 'There are {{altTexts}} alternative texts for {{files}} files.',
    fix: 'Write one for each file in the same order, separated by bars.',
  },
  tooManyLabels: { text: 'A post takes {{most}} labels.', fix: 'Leave some out.' },
  longLabel: { text: 'A label has at most {{most}} characters.', fix: 'Shorten it.' },
  inBin: {
    text: 'This row was imported before and then moved to the bin.',
    fix: 'Restore it there, or change the row to import it as a new post.',
  },
} as const;
