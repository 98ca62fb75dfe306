/** What is wrong with a line of a table as such, whatever the table is about: `text` says what, `fix` what to do. */
export const tableFaults = {
  quotes: {
    text: 'A quotation mark in this row is opened and not closed, or closed in the wrong place.',
    fix: 'Put the whole cell in quotation marks, and write each mark inside it twice.',
  },
  tooMany: {
    text: 'This row has more cells than the first line has columns.',
    fix: 'Put texts that contain the separator in quotation marks.',
  },
} as const;
