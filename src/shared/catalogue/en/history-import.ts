import { tableFaults } from './table-faults.ts';

/** What is said of the rows of a file of past posts: `text` says what is wrong, `fix` what to do. */
export const historyImport = {
  noDateColumn: {
    text: 'No column says when the posts were published.',
    fix: 'Choose the column with the date and time.',
  },
  noDate: { text: 'This row has no date.', fix: 'Add the date and time of the post.' },
  unreadableDate: {
    text: 'The date {{date}} cannot be read.',
    fix: 'Write it as 2026-03-14 09:30 or 14.3.2026 09:30, with an offset such as +01:00 behind it where you know it.',
  },
  ambiguousDate: {
    text: 'In {{date}} nothing tells the day from the month.',
    fix: 'Write it as 2026-03-14 09:30. Dates with slashes are read where another one of the file shows their order.',
  },
  unknownZone: {
    text: 'The time zone {{timeZone}} is not known here.',
    fix: 'Use a name such as Europe/Berlin, or an offset such as +01:00.',
  },
  future: { text: 'The date {{date}} has not come yet.', fix: 'Check the year, the day and the time zone.' },
  notNumber: { text: '{{value}} is not a count.', fix: 'Write a whole number, or leave the cell empty.' },
  noNumbers: {
    text: 'This row says nothing of what the post earned.',
    fix: 'Add at least one of impressions, likes, comments, shares or clicks.',
  },
  noAccount: {
    text: 'There is no account here for {{platform}}.',
    fix: 'Connect it first, or choose the account that the file is about.',
  },
  accountOpen: {
    text: 'Nothing says which of your accounts published this.',
    fix: 'Choose the account that the file is about, or the column that names the account of each row.',
  },
  severalAccounts: {
    text: 'Several accounts fit {{platform}}.',
    fix: 'Choose the account that the file is about, or add a column with the name of each.',
  },
  ...tableFaults,
} as const;
