/** States of a delivery, times, money, and errors that the window itself finds. */
export const states = {
  delivery: {
    draft: 'Draft',
    scheduled: 'Scheduled',
    publishing: 'Publishing',
    published: 'Published',
    failed: 'Failed',
    unknown: 'Not known',
    missed: 'Missed',
    cancelled: 'Cancelled',
    with_network: 'With the network',
    needs_you: 'Needs you',
  },
  step: {
    preparing: 'Preparing',
    uploading: 'Uploading {{done}} of {{of}}',
    sending: 'Sending {{done}} of {{of}}',
    settling: 'Making sure',
  },
  when: {
    now: 'now',
    justNow: 'just now',
    none: 'no time',
    inZone: '{{time}} ({{zone}})',
    full: '{{date}}, {{zone}}',
  },
  daylight: {
    gap: 'The clocks go forward: this time does not exist that day, so it goes out at {{time}}.',
    overlap: 'The clocks go back: this time comes twice that day. It goes out the first time.',
  },
  money: {
    free: 'free',
    underCent: 'under $0.01',
  },
  zone: {
    label: 'Time zone',
    yours: 'your time zone',
    nothing: 'No time zone of that name',
  },
  error: {
    title: 'This could not be loaded',
    unreachable: 'OCMA is not answering. It may be starting again.',
    unreachableFix: 'Wait a moment. If it stays so, start OCMA again.',
    signedOut: 'This window is no longer signed in to OCMA.',
    signedOutFix: 'Open the address that OCMA printed when it started.',
    screen: 'This screen stopped because of a fault in OCMA. Nothing was lost.',
    screenFix: 'Open it again. If it happens once more, the log says why.',
    unexpected: 'OCMA met a fault of its own while doing this. Nothing was changed.',
    unexpectedFix: 'Try again. If it happens once more, the log in the data folder says why.',
    older: 'This window is older than the engine it speaks to.',
    olderFix: 'Load this page again.',
  },
} as const;
