/** Words of the desktop shell: tray, menu, notifications, and dialogs before there is a window. */
export const desktop = {
  tray: {
    tip: 'OCMA',
    tipPaused: 'OCMA: publishing is paused',
    nothingNext: 'Nothing is scheduled',
    tipHeld: 'OCMA: nothing is sent until you have looked',
    review: 'Review before anything is sent',
    pause: 'Pause publishing',
    resume: 'Resume publishing',
    open: 'Open OCMA',
    quit: 'Quit',
  },
  menu: { view: 'View' },
  notification: { open: 'Open' },
  quit: {
    title_one: 'One post goes out late if OCMA stays closed',
    title_other: '{{count}} posts go out late if OCMA stays closed',
    line: '{{time}}  {{account}}: {{excerpt}}',
    more_one: 'and one more',
    more_other: 'and {{count}} more',
    keep: 'Keep running in the tray',
    stay: 'Stay open',
    quit: 'Quit',
  },
  damaged: {
    title: 'Your data file is damaged',
    text: 'OCMA can go on with the copy of {{when}}. The damaged file is kept beside the copies. Nothing is sent until you have looked.',
    restore: 'Go on with the copy',
  },
  startFailed: 'OCMA could not start',
  alreadyRuns: {
    title: 'OCMA already runs for the browser',
    text: 'Another OCMA works with this data. Two at once would get in each other’s way.',
    open: 'Open it in the browser',
  },
} as const;
