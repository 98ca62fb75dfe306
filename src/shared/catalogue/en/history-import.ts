/** What is said of the rows of a file of past posts: `text` says what is wrong, `fix` what to do. */
export const historyImport = {
  noDateColumn: {
    text: 'No column says when the posts were published.',
    fix: 'Choose the column with the date and time.',
  },
  noDate: { text: 'This row has no date.', fix: 'Add the date and time of the post.' },
  unreadableDate: {
    text: 'The date {{date}} cannot be read, or its time zone is not known.',
    fix: 'Write it as 2026-03-14 09:30 or 14.3.2026 09:30, with an offset such as +01:00 or a time zone such as Europe/Berlin.',
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
  severalAccounts: {
    text: 'Several accounts fit {{platform}}.',
    fix: 'Choose the account that the file is about, or add a column with the name of each.',
  },
  quotes: {
    text: 'A quotation mark in this row is opened and not closed, or closed in the wrong place.',
    fix: 'Put the whole cell in quotation marks, and write each mark inside it twice.',
  },
  tooMany: {
    text: 'This row has more cells than the first line has columns.',
    fix: 'Put texts that contain the separator in quotation marks.',
  },
} as const;
