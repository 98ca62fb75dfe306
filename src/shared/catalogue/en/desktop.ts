/** Words of the desktop shell: tray, menu, notifications, and dialogs before there is a window. */
export const desktop = {
  tray: {
    tip: 'OCMA',
    tipPaused: 'OCMA: publishing is paused',
    nothingNext: 'Nothing is scheduled',
    pause: 'Pause publishing',
    resume: 'Resume publishing',
    open: 'Open OCMA',
    quit: 'Quit',
  },
  menu: { view: 'View' },
  notification: { open: 'Open' },
  startFailed: 'OCMA could not start',
  alreadyRuns: {
    title: 'OCMA already runs for the browser',
    text: 'Another OCMA works with this data. Two at once would get in each other’s way.',
    open: 'Open it in the browser',
  },
} as const;
